# Les mots de `jalon --help` en français. Les mots anglais sont les commentaires de `src/cli/arguments.rs`.

heading-usage = Utilisation :
heading-commands = Commandes 
heading-options = Options 
heading-arguments = Arguments 
heading-every = Options de toutes les commandes 
heading-values = Valeurs possibles :
mark-default = par défaut :
mark-values = valeurs :
mark-colon = {" : "}

name-command = COMMANDE
name-dir = DOSSIER
name-lang = LANGUE
name-language = LANGUE
name-color = QUAND
name-format = FORMAT
name-days = JOURS
name-words = MOTS
name-file = FICHIER
name-reason = RAISON
name-host = HÔTE
name-name = NOM
name-path = CHEMIN
name-new-path = NOUVEAU-CHEMIN
name-file-anchor-id = FICHIER#ANCRE|IDENTIFIANT
name-title = TITRE
name-id = IDENTIFIANT
name-code-family = CODE|FAMILLE
name-role-list = RÔLE|LISTE
name-yyyy-mm-dd = AAAA-MM-JJ
name-from = PROGRAMME
name-split = NIVEAU
name-engine = MOTEUR
name-forge = FORGE
name-shell = INTERPRÉTEUR
name-source = SOURCE
name-target = ENDROIT
name-mb = MO

command-help = Affiche cette aide, ou celle d’une commande

option-root = Racine du projet : le dossier qui contient guide/jalon.yaml [par défaut : le plus proche en remontant]
option-lang = Langue des messages [par défaut : celle de l’environnement, sinon celle du guide]
option-lang-fr = français
option-lang-en = anglais
option-color = Quand mettre des couleurs ; `NO_COLOR` est respecté
option-color-auto = dans un terminal, sauf si `NO_COLOR` est défini
option-color-always = toujours
option-color-never = jamais
option-quiet = N’affiche que ce qui ne va pas et ce qui est demandé
option-verbose = Affiche chaque étape et sa durée
option-help = Affiche l’aide (`-h` : en bref)
option-version = Affiche la version
option-today = Le jour qui compte comme aujourd’hui [par défaut : `SOURCE_DATE_EPOCH`, sinon le jour en UTC]
option-drafts = Avec les brouillons
option-strict = Les avertissements empêchent aussi la publication
option-format = La forme des diagnostics [par défaut : human, ou github dans un workflow GitHub]
option-format-human = avec un extrait et un remède
option-format-short = une ligne par diagnostic
option-format-json = un objet JSON par ligne
option-format-github = annotations d’un workflow GitHub
option-format-gitlab = rapport de qualité de GitLab
option-format-sarif = SARIF 2.1.0
option-format-junit = résultats de tests JUnit
option-all = Affiche chaque diagnostic en entier, et non vingt par code et 75 en tout

help = Publiez des guides fiables : des pages, des listes à cocher, un registre vérifié de contacts et d’outils

help-build = Construit le site et le publie dans public/
help-build-out = Où va le site [par défaut : public/ à la racine du projet]
help-build-portable = Met index.html dans les liens : le site se lit sans serveur
help-publish = Envoie le site construit là où il est lu : un hébergeur d’objets ou un dossier
help-publish-target = `s3://BUCKET/PREFIX`, `gs://BUCKET/PREFIX`, `az://CONTAINER/PREFIX` ou `file:///DOSSIER` [par défaut : publish.to dans les réglages]
help-publish-from = Le dossier écrit par `jalon build` [par défaut : public/ à la racine du projet]
help-publish-dry-run = Affiche ce qui serait envoyé et supprimé, n’écrit rien
help-publish-force = Remplace les fichiers que Jalon n’y a pas mis, là où le site a des fichiers du même nom, et renvoie ce qui a disparu
help-publish-parallel = Combien de fichiers sont envoyés à la fois
help-build-force = Publie dans un dossier qui contient d’autres fichiers ; ils restent tels quels

help-check = Dit ce qui ne va pas, ne publie rien
help-check-external = Vérifie aussi les adresses d’autres sites ; rien d’autre n’utilise jamais le réseau
help-check-fix = Corrige ce qui est certain, et le dit
help-check-strict = Les avertissements donnent aussi le code de retour 1
help-check-summary = Une ligne par code : combien, dans combien de fichiers, combien --fix en corrige
help-check-only = Ne regarde que ces codes ou familles, par exemple link/missing-page,date

help-urls = Dit ce que sont devenues les adresses publiées jusqu’ici
help-urls-accept = Écrit les adresses d’aujourd’hui dans guide/urls.lock
help-urls-gone = Abandonne les adresses qui ont disparu, pour cette raison
help-urls-format = La forme des adresses
help-urls-format-human = texte
help-urls-format-json = JSON, une ligne par adresse

help-move = Déplace une page ou un dossier, avec tout ce qui y mène
help-move-from = La page ou le dossier, dans guide/
help-move-to = Où aller : un autre chemin dans guide/, ou un dossier qui existe
help-move-dry-run = Affiche chaque changement, n’écrit rien
help-rename = Renomme un titre ou une fiche du registre, avec tout ce qui y mène
help-rename-what = Un titre, par sa page et son ancre, ou une fiche, par son identifiant : contact:paie
help-rename-name = Son nouveau texte, ou son nouvel identifiant
help-rename-dry-run = Affiche chaque changement, n’écrit rien

help-serve = Montre le site pendant que vous écrivez
help-serve-port = Port ; s’il est pris, le premier libre après lui
help-serve-host = Adresse à laquelle le serveur répond
help-serve-allowed-host = Noms d’hôte acceptés en plus de localhost
help-serve-open = Ouvre le navigateur
help-serve-poll = Regarde les fichiers au lieu d’attendre des événements, pour les dossiers en réseau

help-edit = Montre le site et permet d’en modifier les pages dans le navigateur
help-edit-port = Port ; s’il est pris, le premier libre après lui
help-edit-open = Ouvre le navigateur
help-edit-poll = Regarde les fichiers au lieu d’attendre des événements, pour les dossiers en réseau
help-edit-history = Combien de mégaoctets les anciennes versions des pages peuvent occuper, dans .jalon/history/

help-init = Commence un petit guide
help-init-folder = Où le commencer
help-init-ci = Ajoute le workflow d’une forge : vérifier chaque changement, publier la branche principale
help-init-ci-github = Actions et Pages de GitHub
help-init-ci-gitlab = CI et Pages de GitLab

help-import = Fait un guide des fichiers d’un autre programme, dans un nouveau dossier
help-import-source = Un dossier de Markdown, ou un document de traitement de texte (.docx, .odt)
help-import-folder = Le nouveau dossier [par défaut : du nom de la source, dans le dossier courant]
help-import-from = Le programme pour lequel la source a été écrite [par défaut : d’après ses fichiers]
help-import-language = Langue du guide et du rapport [par défaut : celle de la source]
help-import-language-fr = français
help-import-language-en = anglais
help-import-split = Jusqu’à quel niveau les titres d’un document deviennent des pages
help-import-split-1 = le premier
help-import-split-2 = le premier et le deuxième
help-import-split-none = une seule page pour tout le document

help-new = Ajoute une page ou une fiche au registre
help-new-page = Ajoute une page : guide/CHEMIN.md
help-new-page-path = Où, sous guide/, par exemple 1-recruter/4-arrivee.md
help-new-page-title = Son titre
help-new-contact = Ajoute un contact à la fin de guide/registry/contacts.yaml
help-new-contact-id = Son identifiant, par exemple service-paie
help-new-tool = Ajoute un outil à la fin de guide/registry/tools.yaml
help-new-tool-id = Son identifiant, par exemple intranet

help-checklist = Affiche une liste à cocher ; sans nom, les nomme toutes
help-checklist-name = Un rôle, ou le nom d’une liste
help-checklist-start = Le jour à partir duquel compter : les délais deviennent des dates
help-checklist-format = La forme de la liste
help-checklist-format-human = texte
help-checklist-format-json = un objet JSON
help-checklist-format-csv = un tableau
help-checklist-format-ics = des entrées d’agenda, comptées à partir de --start
help-checklist-format-pdf = un formulaire à imprimer ou à remplir

help-book = Fait un seul fichier du guide entier : un livre en PDF ou en EPUB
help-book-out = Le fichier à écrire, un livre électronique si son nom finit par .epub [par défaut : du nom du guide, dans le dossier courant]
help-book-epub = Fait un livre électronique (EPUB 3)
help-book-force = Remplace un fichier que Jalon n’a pas fait

help-report = Montre ce qui attend les rédacteurs : passages à compléter, relectures, contacts à vérifier
help-report-within = Nombre de jours à venir à prendre en compte
help-report-format = La forme du rapport
help-report-format-human = texte
help-report-format-json = un objet JSON
help-report-format-csv = un tableau
help-report-format-ics = des entrées d’agenda

help-schema = Affiche le schéma JSON des réglages, de l’en-tête, d’une sorte de fiche, des diagnostics ou du rapport
help-schema-name = settings, page, contacts, tools, resources, roles, organisations, terms, diagnostics ou report

help-search = Cherche dans le guide comme le font ses lecteurs
help-search-words = Ce qu’il faut chercher
help-search-queries = Répond plutôt à chaque ligne de ce fichier
help-search-limit = Combien de résultats au plus
help-search-format = La forme des résultats
help-search-format-human = texte
help-search-format-json = JSON, une ligne par question

help-export = Exporte ce dont votre propre moteur de recherche a besoin
help-export-search = Un objet JSON par ligne, pour chaque section et chaque fiche
help-export-search-format = La forme des enregistrements
help-export-search-format-ndjson = un objet JSON par ligne

help-export-search-to = Écrit les enregistrements comme ce moteur les charge, et ses réglages
help-export-search-to-meilisearch = Meilisearch
help-export-search-to-typesense = Typesense
help-export-search-to-opensearch = OpenSearch
help-export-search-out = Le nouveau dossier pour les fichiers du moteur

help-explain = Explique un diagnostic ; sans code, les énumère tous
help-explain-code = Son code, par exemple link/missing-page

help-lsp = Sert un éditeur de texte par le Language Server Protocol, sur l’entrée et la sortie standard
help-lsp-stdio = Parle sur l’entrée et la sortie standard, le seul moyen ; beaucoup d’éditeurs le demandent
help-doctor = Dit ce qui manque à cette machine et à ce guide, avec le remède

help-man = Écrit les pages de manuel de toutes les commandes (man), dans un nouveau dossier
help-man-folder = Le nouveau dossier

help-completions = Affiche un script de complétion pour un interpréteur de commandes
help-completions-shell = Lequel
help-completions-shell-bash = Bash
help-completions-shell-zsh = Zsh
help-completions-shell-fish = Fish
help-completions-shell-powershell = PowerShell
