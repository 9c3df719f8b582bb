### Ce que Jalon dit, en français. Une clé par code (`link/missing-page` est `link-missing-page`), puis les mots
### de la ligne de commande. Valeur et aides : sans point final. `means`, `fix` : des phrases entières.

## Mots communs

severity-error = erreur
severity-warning = avertissement
help-word = aide :
count-errors = { $count ->
    [one] { COUNT($count) } erreur
   *[other] { COUNT($count) } erreurs
}{ $places ->
    [0] { "" }
   *[other] { " " }({ COUNT($places) } endroits)
}
count-warnings = { $count ->
    [one] { COUNT($count) } avertissement
   *[other] { COUNT($count) } avertissements
}{ $places ->
    [0] { "" }
   *[other] { " " }({ COUNT($places) } endroits)
}
count-none = rien à signaler
count-others = { $count ->
    [one] { COUNT($count) } diagnostic d’un autre code n’est pas affiché
   *[other] { COUNT($count) } diagnostics d’autres codes ne sont pas affichés
} (--only)
other-places = aussi dans { $places }{ $more ->
    [0] { "" }
    [one] { " " }et { COUNT($more) } autre endroit
   *[other] { " " }et { COUNT($more) } autres endroits
}
left-out = { $count ->
    [one] { COUNT($count) } diagnostic n’est pas affiché :
   *[other] { COUNT($count) } diagnostics ne sont pas affichés :
}
left-out-code = { COUNT($count) } × { $code }
left-out-codes = et { $count ->
    [one] { COUNT($count) } autre code
   *[other] { COUNT($count) } autres codes
}
left-out-help = `--all` affiche tout, `jalon check --summary` donne une ligne par code, `jalon check --only { $code }` n’en regarde qu’un
summary-severity = { "" }
summary-code = code
summary-count = diagnostics
summary-files = fichiers
summary-fix = --fix
summary-message = le premier
summary-example = où
expected-type = { $expected ->
    [text] un texte
    [line] un texte d’une seule ligne
    [flag] `true` (oui) ou `false` (non)
    [number] un nombre entier
    [date] une date, comme `2026-11-23`
    [period] une durée, comme `6 mois`
    [email] une adresse mail, comme `contact@exemple.fr`
    [phone] un numéro de téléphone, comme `"01 99 00 12 34"`
    [url] une adresse web complète, comme `https://exemple.fr/`
    [one-of] un mot d’une liste fermée
    [choice] un mot d’une liste fermée
    [list] une liste
    [group] un groupe de champs
    [entry] l’identifiant d’une fiche du registre
    [slug] un nom en minuscules sans accent, avec des traits d’union
    [map] des champs avec leur valeur
    [null] rien
    [alias] une ancienne adresse, comme `/ancienne-adresse/`
    [size] une taille en octets
    [country] un code de pays à deux lettres, comme `FR`
    [language] une langue, comme `fr`
    [reach] une adresse mail ou une adresse web
   *[other] { $expected }
}
found-type = { $found ->
    [text] un texte
    [line] un texte d’une seule ligne
    [flag] `true` (oui) ou `false` (non)
    [number] { $expected ->
        [number] un nombre hors des limites
       *[other] un nombre
    }
    [date] une date
    [period] une durée
    [email] une adresse mail
    [phone] un numéro de téléphone
    [url] une adresse web
    [one-of] un autre mot
    [list] une liste
    [group] un groupe de champs
    [entry] l’identifiant d’une fiche
    [slug] un nom d’adresse
    [map] des champs avec leur valeur
    [empty] rien
    [broken] un texte mal écrit
    [null] rien
    [decimal] un nombre à virgule
    [lines] un texte de plusieurs lignes
    [control] un caractère invisible
   *[other] { $found }
}
kind-none = { $kind ->
    [contact] aucun contact
    [tool] aucun outil
    [resource] aucune ressource
    [role] aucun rôle
    [organisation] aucune organisation
    [term] aucun terme
   *[other] aucune fiche
}
family-file = Fichiers
family-front = En-têtes de page
family-yaml = Écriture des en-têtes, des réglages et du registre (YAML)
family-settings = Réglages du guide
family-link = Liens
family-address = Adresses des pages
family-registry = Registre : contacts, outils, ressources, rôles, organisations, termes
family-date = Dates
family-placeholder = Informations à compléter
family-heading = Titres
family-dialect = Écritures d’autres générateurs de sites
family-list = Listes
family-task = Tâches
family-image = Images
family-table = Tableaux
family-footnote = Notes de bas de page
family-markdown = Signes de Markdown
family-term = Termes et sigles
family-html = HTML dans les pages
family-waiver = Exceptions accordées
family-external = Adresses d’autres sites (`jalon check --external`)
family-output = Fichiers publiés
family-search = Recherche
family-theme = Thèmes

## Fichiers et en-têtes de page

file-not-utf8 = ce fichier n’est pas du texte en UTF-8
    .help = enregistrez-le de nouveau en choisissant l’encodage « UTF-8 »
    .means = Un ordinateur peut écrire les accents de plusieurs façons ; Jalon lit l’UTF-8, la façon la plus répandue. Ici, un caractère est écrit autrement et ne peut pas être lu sans risque d’erreur.
    .fix = Ouvrez le fichier dans votre éditeur de texte, choisissez « Enregistrer sous », puis l’encodage « UTF-8 ».
    .example =
        Avant : un fichier enregistré en « Windows-1252 » ou « ANSI »
        Après : le même fichier, enregistré en « UTF-8 »

file-utf16 = ce fichier est enregistré en UTF-16, que Jalon ne lit pas
    .help = enregistrez-le de nouveau en choisissant l’encodage « UTF-8 »
    .means = Le fichier est du texte, mais dans un encodage (UTF-16, parfois appelé « Unicode ») que les outils du web n’emploient pas. Rien de son contenu n’a été lu.
    .fix = Ouvrez le fichier dans votre éditeur de texte, choisissez « Enregistrer sous », puis l’encodage « UTF-8 ».
    .example =
        Avant : un fichier enregistré en « Unicode » par le Bloc-notes
        Après : le même fichier, enregistré en « UTF-8 »

file-nul = ce fichier contient un caractère nul, qui n’existe pas dans un texte
    .help = supprimez ce caractère, ou copiez le texte dans un fichier neuf
    .means = Le caractère nul est invisible et ne vient jamais d’un clavier. Le fichier a sans doute été abîmé, ou ce n’est pas un fichier texte.
    .fix = Reprenez une version saine du fichier, ou copiez son texte dans un fichier neuf enregistré en UTF-8.
    .example =
        Avant : un document Word renommé en « page.md »
        Après : le texte du document, collé dans un fichier « page.md »

file-too-large = ce fichier est trop gros ; la limite est de { BYTES($limit) }
    .help = partagez-le en plusieurs fichiers
    .means = Jalon fixe une taille à chaque fichier, pour qu’une erreur de copie ne bloque pas tout. Une page aussi longue serait de toute façon très difficile à lire.
    .fix = Partagez la page en plusieurs pages d’une même section, ou cherchez ce qui a été collé par erreur.
    .example =
        Avant : un seul fichier « tout.md »
        Après : un dossier avec « index.md », « 1-debut.md », « 2-suite.md »

front-too-large = l’en-tête de cette page est trop gros ; la limite est de { BYTES($limit) }
    .help = vérifiez que l’en-tête est fermé, et mettez dans le texte ce qui n’est pas un champ
    .means = Un en-tête tient en quelques champs entre deux lignes `---`. Un en-tête aussi long est presque toujours un texte dont la seconde ligne `---` manque.
    .fix = Ajoutez la ligne `---` qui ferme l’en-tête, ou mettez le long passage au-dessous.
    .example =
        Avant : « --- », « title: La convention », puis tout le texte, puis « --- »
        Après : « --- », « title: La convention », « --- », puis le texte

front-not-closed = l’en-tête de la page n’est pas fermé
    .help = ajoutez une ligne `---` après le dernier champ de l’en-tête
    .means = Une page peut commencer par un en-tête : des champs entre deux lignes `---`. La seconde ligne manque, donc on ne sait pas où le texte commence.
    .fix = Ajoutez une ligne de trois tirets, seule, entre l’en-tête et le texte.
    .example =
        Avant : une ligne « --- », « title: La convention », puis le texte
        Après : « --- », « title: La convention », « --- », puis le texte

file-too-deep = il y a ici trop de listes ou de citations les unes dans les autres
    .help = ramenez ce passage à quelques niveaux
    .means = Des listes ou des citations sont emboîtées bien au-delà de ce que l’on peut lire. C’est presque toujours un accident de copie.
    .fix = Retirez les niveaux inutiles, ou faites de ce passage une section avec son propre titre.
    .example =
        Avant : > > > > > > (et ainsi de suite) un texte
        Après : > un texte

file-bidi-control = un caractère invisible change ici le sens de lecture
    .help = supprimez ce caractère invisible et retapez le texte qui l’entoure
    .means = Certains caractères invisibles inversent l’ordre des lettres à l’écran. Ils peuvent faire lire autre chose que ce qui est écrit, par exemple une autre adresse mail.
    .fix = Effacez le passage et retapez-le au clavier ; un copier-coller ramènerait le caractère.
    .example =
        Avant : un passage collé depuis un document, avec un caractère U+202E caché
        Après : le même passage, retapé

file-not-a-file = ceci n’est ni un fichier ni un dossier ordinaire ; Jalon ne l’ouvre pas
    .help = retirez-le du dossier du guide
    .means = Certains systèmes placent dans un dossier des objets qui ne sont pas des fichiers (un canal, un périphérique). Jalon les laisse de côté, car les lire pourrait ne jamais finir.
    .fix = Retirez cet objet du dossier, ou remplacez-le par un vrai fichier.
    .example =
        Avant : guide/canal (un tube nommé)
        Après : guide/canal.md (un fichier texte)

file-outside-link = ce raccourci mène hors du projet ; Jalon ne le suit pas
    .help = copiez le fichier dans le guide à la place du raccourci
    .means = Un raccourci (lien symbolique) peut mener n’importe où sur l’ordinateur. Le suivre publierait peut-être des fichiers qui ne doivent pas l’être.
    .fix = Remplacez le raccourci par une copie du fichier ou du dossier.
    .example =
        Avant : guide/photo.png, raccourci vers un autre dossier de l’ordinateur
        Après : guide/photo.png, le fichier lui-même

file-link-loop = ce raccourci tourne en rond
    .help = supprimez le raccourci
    .means = Le raccourci (lien symbolique) mène, directement ou non, au dossier qui le contient. Le suivre ne finirait jamais ; Jalon l’a laissé de côté.
    .fix = Supprimez le raccourci, ou faites-le mener à un autre dossier.
    .example =
        Avant : guide/a/b, raccourci vers guide/a
        Après : le raccourci est supprimé

file-unreadable = ce fichier ne peut pas être lu : « { $why } »
    .help = vérifiez vos droits sur ce fichier, et qu’il n’est pas ouvert par un autre programme
    .means = L’ordinateur a refusé d’ouvrir le fichier. Une page ou une image manquerait donc au site.
    .fix = Vérifiez que vous avez le droit de lire ce fichier et que le disque ou le dossier partagé est bien accessible.
    .example =
        Avant : un fichier réservé à un autre compte
        Après : le même fichier, avec le droit de lecture pour vous

front-not-read = { $form ->
    [toml] cet en-tête est en TOML ; Jalon ne le lit pas, et il paraîtrait comme du texte
    [json] cet en-tête est en JSON ; Jalon ne le lit pas, et il paraîtrait comme du texte
    [mark] la première ligne de cet en-tête n’est pas `---` ; il paraîtrait comme du texte
    [second] ceci est un second en-tête ; Jalon ne le lit pas, et il paraîtrait comme du texte
    [bare] cet en-tête n’a pas ses lignes `---` ; il paraîtrait comme du texte
    [fence] cet en-tête est dans un bloc de code ; il paraîtrait comme du code
    [pandoc] cet en-tête est écrit pour Pandoc ; Jalon ne le lit pas, et il paraîtrait comme du texte
   *[late] cet en-tête ne commence pas à la première ligne ; il paraîtrait comme du texte
}
    .help = un en-tête commence à la première ligne, entre deux lignes `---`, en YAML : `title: …`
    .help-second = réunissez les deux en-têtes en un seul, à la première ligne
    .means = L’en-tête d’une page dit son titre, ou qu’elle est un brouillon. Celui-ci ne serait pas lu : ses lignes paraîtraient dans la page, et ce qu’il dit serait sans effet.
    .fix = Écrivez l’en-tête en YAML, entre deux lignes `---`, la première tout en haut du fichier.
    .example =
        Avant : +++, puis title = "La convention", puis +++
        Après : ---, puis title: La convention, puis ---

front-unknown-key = l’en-tête ne connaît pas de champ `{ $key }`
    .help = retirez ce champ, ou placez-le sous `extra` si votre thème s’en sert
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = L’en-tête d’une page n’accepte que des champs connus. Un champ mal écrit serait ignoré sans bruit ; Jalon préfère vous le dire.
    .fix = Corrigez le nom du champ. Pour des champs à vous, rangez-les sous `extra`.
    .example =
        Avant : titel: La convention
        Après : title: La convention

front-wrong-type = le champ `{ $key }` attend { expected-type }, et contient { found-type }
    .help = écrivez ici { expected-type }
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .help-choices = choisissez parmi : { $choices }
    .help-range = écrivez un nombre de { $min } à { $max }
    .help-quote = mettez cette valeur entre guillemets droits : `{ $quoted }`
    .help-date = écrivez `{ $date }`
    .means = Chaque champ de l’en-tête attend une sorte de valeur : un texte, une date, une liste… Une autre sorte de valeur ne peut pas être comprise.
    .fix = Écrivez la valeur sous la forme attendue. Un texte qui ressemble à un nombre ou à une date se met entre guillemets droits.
    .example =
        Avant : last_reviewed_on: bientôt
        Après : last_reviewed_on: 2026-11-23

front-foreign-key = le champ `{ $key }` vient d’un autre logiciel ; Jalon ne le lit pas
    .help = retirez ce champ, ou placez-le sous `extra`
    .help-needless = retirez cette ligne : une page paraît tant que rien ne dit `draft: true`
    .help-ours = dans Jalon, ce champ s’appelle `{ $ours }`
    .help-shape = dans Jalon, le champ `{ $ours }` y ressemble, mais attend { expected-type } ; sinon, retirez cette ligne
    .help-line = dans Jalon : `{ $line }`
    .help-alias = pour que cette adresse mène encore ici, ajoutez `{ $line }` à `aliases`
    .help-same-address = retirez cette ligne : la page a déjà cette adresse
    .means = D’autres générateurs de sites emploient ce champ. Jalon a le sien, ou n’en a pas besoin ; celui-ci reste sans effet.
    .fix = Employez le champ de Jalon, ou retirez la ligne.
    .example =
        Avant : permalink: /ancienne-adresse/
        Après : aliases: [/ancienne-adresse/]

front-reference = `{ $written }` dans l’en-tête paraîtrait tel quel : un en-tête ne prend que du texte
    .help = écrivez le nom en toutes lettres
    .help-name = écrivez le nom en toutes lettres : `{ $name }`
    .means = Le titre et la description d’une page paraissent dans le menu, l’onglet du navigateur et les moteurs de recherche, mot pour mot. Une fiche du répertoire n’y est pas remplacée par son nom.
    .fix = Écrivez le nom lui-même dans l’en-tête, ou mettez le titre dans une première ligne `# Titre`, où les fiches sont lues.
    .example =
        Avant : title: "Utiliser <tool:intranet>"
        Après : title: "Utiliser Intranet RH"

front-unknown-step = cette étape n’est pas une page du guide
    .help = écrivez le chemin du fichier de la page, à partir de celle-ci
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Le champ `steps` donne les pages d’un parcours, dans l’ordre. L’une d’elles est introuvable : le parcours aurait un trou.
    .fix = Corrigez le nom du fichier, ou retirez-le de la liste.
    .example =
        Avant : steps: [1-convension.md, 2-candidature.md]
        Après : steps: [1-convention.md, 2-candidature.md]

front-unknown-page = rien dans cette section ne porte ce nom
    .help = écrivez le nom d’un fichier de ce dossier (`page.md`) ou celui d’un dossier, avec une barre (`dossier/`)
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .help-itself = `index.md` est la section elle-même : retirez-le de la liste
    .help-elsewhere = chaque section range ce qui est directement dans son dossier ; le reste se range dans l’`index.md` de l’autre dossier
    .means = Le champ `pages` donne l’ordre de ce que contient une section. Un des noms n’est celui d’aucun fichier ni dossier : la page que vous vouliez placer est restée à la fin.
    .fix = Corrigez le nom, ou retirez-le de la liste.
    .example =
        Avant : pages: [preparer, candidature.md, suivi/]
        Après : pages: [preparer.md, candidature.md, suivi/]

front-page-twice = `{ $name }` est déjà dans la liste
    .help = retirez l’une des deux
    .means = Le champ `pages` donne l’ordre de ce que contient une section. Un nom y figure deux fois : seule la première place compte.
    .fix = Retirez le nom de l’une des deux places.
    .example =
        Avant : pages: [preparer.md, suivi.md, preparer.md]
        Après : pages: [preparer.md, suivi.md]

front-numbered-pages = deux ordres à la fois : `pages`, et des numéros dans les noms (`{ $name }`)
    .help = retirez les numéros des noms (les adresses ne changent pas), ou retirez `pages`
    .means = L’ordre d’une section vient de `pages` ou des numéros devant les noms. Avec les deux, `pages` décide, et les numéros trompent ceux qui lisent le dossier.
    .fix = Gardez un seul des deux.
    .example =
        Avant : pages: [2-suivi.md, 1-preparer.md]
        Après : pages: [suivi.md, preparer.md]

front-not-a-section = cette page n’est pas une section : elle n’a pas de pages à ranger
    .help = écrivez `pages` dans l’`index.md` du dossier ; pour un parcours, écrivez `steps`
    .means = Le champ `pages` donne l’ordre de ce que contient un dossier. Il compte dans l’`index.md` de ce dossier, et nulle part ailleurs.
    .fix = Déplacez le champ dans l’`index.md` du dossier.
    .example =
        Avant : pages: [b.md, a.md] dans `c.md`
        Après : pages: [b.md, a.md, c.md] dans `index.md`

front-no-title = cette page n’a pas de titre ; son nom de fichier en tient lieu
    .help = ajoutez `title: …` dans l’en-tête, ou une première ligne `# Titre`
    .means = Le titre paraît dans le menu, dans l’onglet du navigateur et dans la recherche. Sans lui, le lecteur ne sait pas où il est.
    .fix = Ajoutez un champ `title` dans l’en-tête de la page.
    .example =
        Avant : une page qui commence directement par son texte
        Après : title: La convention

file-no-index = ce dossier n’a pas de page d’accueil ; une simple liste en tient lieu
    .help = créez un fichier `index.md` dans ce dossier
    .help-readme = renommez `{ $file }` en `index.md`
    .means = La page `index.md` présente une section et mène à ses pages. Sans elle, le lecteur ne trouve qu’une liste nue.
    .fix = Créez `index.md` dans le dossier, avec un titre et une phrase qui dit à quoi sert la section.
    .example =
        Avant : guide/1-recruter/1-convention.md, seul
        Après : guide/1-recruter/index.md et 1-convention.md

file-readme = `{ $file }` est publié comme une page à part : ce dossier a déjà son `index.md`
    .help = placez ce texte dans `index.md`, ou renommez ce fichier : `_{ $file }` reste hors du site
    .means = D’autres logiciels montrent `README.md` comme la page d’accueil de son dossier. Jalon montre `index.md` ; `README.md` devient une page de plus, dans le menu.
    .fix = Gardez un seul des deux fichiers. Pour une note aux rédacteurs, mettez un `_` devant le nom.
    .example =
        Avant : guide/index.md et guide/README.md
        Après : guide/index.md et guide/_README.md

file-left-out = `{ $name }` ne fait pas partie du guide : son nom commence par `_`
    .help = renommez ce fichier en `index.md`
    .means = Dans un autre générateur de sites, ce fichier est la page d’accueil de son dossier. Jalon laisse de côté les noms qui commencent par `_` : son texte serait perdu.
    .fix = Renommez le fichier en `index.md`.
    .example =
        Avant : guide/1-recruter/_index.md
        Après : guide/1-recruter/index.md

file-copy = { $other ->
    [none] cette page semble être une copie ; elle est publiée aussi
   *[other] cette page semble être une copie de `{ $other }` ; elle est publiée aussi
}
    .help = supprimez la copie, ou donnez-lui son propre nom
    .help-other = supprimez la copie, ou donnez-lui son propre nom et son propre titre
    .means = Un ordinateur ou un logiciel de synchronisation fait une copie à côté de l’original. Les deux seraient publiées : le lecteur verrait deux fois le même titre, et peut-être un texte périmé.
    .fix = Gardez la bonne version sous le nom de l’original, et supprimez l’autre.
    .example =
        Avant : accueil.md et accueil - Copie.md
        Après : accueil.md

file-not-a-page = ce fichier n’est pas une page : il est publié tel quel
    .help = pour en faire une page, renommez-le : son nom doit finir par `.md`, en minuscules
    .means = Une page est un fichier dont le nom finit par `.md`. Avec une autre fin, le lecteur recevrait le texte brut du fichier, sans menu ni recherche.
    .fix = Renommez le fichier. S’il doit être publié tel quel, faites-en un fichier `.txt`.
    .example =
        Avant : guide/accueil.markdown
        Après : guide/accueil.md

file-no-pages = ce guide n’a aucune page à publier
    .help = créez une page `index.md` à côté de `jalon.yaml`
    .help-drafts = toutes ses pages sont des brouillons : retirez `draft: true` d’une page, ou essayez `--drafts`
    .means = Sans page, le site ne montrerait que son titre. Un site déjà publié serait remplacé par un site vide.
    .fix = Créez `index.md`, ou publiez une page. Vérifiez aussi que Jalon lit le bon dossier.
    .example =
        Avant : guide/jalon.yaml, seul
        Après : guide/jalon.yaml et guide/index.md

file-dangling-link = ce raccourci mène à un fichier qui n’est pas là : `{ $target }`
    .help = replacez le fichier là où mène le raccourci, ou mettez le fichier lui-même à sa place
    .means = Ce fichier est un raccourci vers un autre, qui a été déplacé, renommé ou supprimé. La page ou l’image manquerait sur le site.
    .fix = Remplacez le raccourci par le fichier lui-même, ou supprimez-le.
    .example =
        Avant : accueil.md, raccourci vers ../textes/accueil.md, qui n’existe plus
        Après : accueil.md, le texte lui-même

front-bad-slug = ce nom ne peut pas servir d’adresse
    .help = employez des lettres minuscules sans accent, des chiffres et des traits d’union
    .help-nearest = écrivez par exemple `{ $nearest }`
    .help-alias = `slug` est une partie d’adresse, sans barre oblique ; pour que l’adresse entière mène ici, écrivez `aliases: [{ $alias }]`
    .means = Le champ `slug` donne la fin de l’adresse de la page. Elle doit pouvoir être dictée, copiée et tapée partout sans surprise.
    .fix = Écrivez un nom court, en minuscules, sans accent ni espace.
    .example =
        Avant : slug: La Convention !
        Après : slug: la-convention

file-bad-name = le nom de ce fichier ne peut pas être lu
    .help = renommez-le avec des lettres, des chiffres et des traits d’union
    .means = Le nom contient des signes que l’ordinateur ne sait pas écrire en UTF-8. Il vient sans doute d’un ancien système ou d’une archive.
    .fix = Renommez le fichier, de préférence en minuscules et sans accent, puis corrigez les liens qui y mènent.
    .example =
        Avant : un nom où paraissent des signes « � »
        Après : convention.md

front-bad-alias = cette ancienne adresse n’a pas la bonne forme
    .help = écrivez l’adresse à partir de la racine du site, entre deux barres : `/ancienne-adresse/`
    .help-nearest = écrivez `{ $nearest }`
    .means = Le champ `aliases` garde vivantes les anciennes adresses d’une page. Chacune s’écrit à partir de la racine du site, sans nom de domaine.
    .fix = Commencez l’adresse par une barre, et retirez ce qui précède le chemin.
    .example =
        Avant : aliases: [https://exemple.fr/convention]
        Après : aliases: [/convention/]

## Écriture YAML

yaml-syntax = { $cause ->
    [tab] une tabulation se trouve ici ; seules les espaces sont permises
    [bracket] un crochet ou une accolade n’est pas refermé ou pas à sa place
    [quote-open] un guillemet est ouvert et n’est pas refermé
    [apostrophe] une apostrophe ferme ici le texte trop tôt
    [after-quote] il y a du texte après le guillemet qui ferme
    [escape] la barre `\` annonce ici un signe qui n’existe pas
    [reserved] un texte ne peut pas commencer par ce signe
    [comment] le signe `#` commence ici un commentaire qui coupe le texte
    [indent] cette ligne ne commence pas par le bon nombre d’espaces
    [key] il manque ici un nom de champ, ou les deux-points qui le suivent
    [directive] une ligne ne peut pas commencer par `%`
    [documents] il y a ici un second document, après une ligne `---` ou `...`
   *[other] ce passage ne peut pas être lu
}
    .help = vérifiez les deux-points, les guillemets et les espaces au début des lignes
    .means = Les en-têtes, les réglages et le registre s’écrivent en YAML : un champ, deux-points, une espace, une valeur. Ici, cette écriture n’est pas respectée et la suite ne peut pas être comprise.
    .fix = Comparez la ligne avec ses voisines : mêmes espaces au début, deux-points après le nom du champ, guillemets ouverts et refermés.
    .example =
        Avant : title "La convention"
        Après : title: "La convention"

yaml-colon-in-text = ce texte contient un deux-points et doit être mis entre guillemets droits
    .help = entourez le texte de guillemets : `{ $quoted }`
    .means = Dans l’en-tête et le registre, deux-points suivi d’une espace sépare un champ de sa valeur. Dans un texte, il faut donc des guillemets pour dire que c’est de la ponctuation.
    .fix = Mettez tout le texte entre guillemets droits (").
    .example =
        Avant : title: Vérification : la convention
        Après : title: "Vérification : la convention"

yaml-duplicate-key = le champ `{ $key }` est déjà écrit à la ligne { $first_line }
    .help = gardez une seule des deux lignes
    .means = Un champ ne peut avoir qu’une valeur. On ne peut pas deviner laquelle des deux est la bonne.
    .fix = Supprimez l’une des deux lignes, ou réunissez leurs valeurs dans une liste si le champ l’accepte.
    .example =
        Avant : « rank: 2 » puis, plus bas, « rank: 3 »
        Après : « rank: 2 »

yaml-not-a-map = on attend ici des champs avec leur valeur, comme `nom: valeur`
    .help = écrivez chaque ligne sous la forme `nom: valeur`, avec une espace après les deux-points
    .means = Ce fichier ou cet en-tête est fait de champs : un nom, deux-points, une espace, une valeur. Ce qui est écrit ici a une autre forme.
    .fix = Ajoutez le nom du champ, ou l’espace qui manque après les deux-points.
    .example =
        Avant : title:La convention
        Après : title: La convention

yaml-over-limit = ce contenu est trop long ou trop emboîté pour être lu
    .help = simplifiez ce passage ou partagez-le en plusieurs fichiers
    .means = Jalon fixe des limites à ce qu’il lit, pour qu’un fichier abîmé ou piégé ne bloque pas l’ordinateur. Un guide ordinaire en est très loin.
    .fix = Retirez ce qui a été collé par erreur, ou partagez le fichier.
    .example =
        Avant : des groupes dans des groupes, sur des dizaines de niveaux
        Après : une liste simple

yaml-alias = les renvois YAML (`&nom`, `*nom`) ne sont pas permis ici
    .help = recopiez la valeur en toutes lettres, ou mettez le texte entre guillemets
    .means = Les signes `&` et `*` au début d’une valeur créent un renvoi caché. Un lecteur du fichier ne le voit pas, et il peut servir à faire gonfler le fichier.
    .fix = Écrivez la valeur elle-même. Si le signe fait partie du texte, mettez le texte entre guillemets droits.
    .example =
        Avant : name: *support
        Après : name: "*support"

yaml-tag = les marques de type YAML (`!…`) ne sont pas permises ici
    .help = retirez la marque, ou mettez le texte entre guillemets
    .means = Un point d’exclamation au début d’une valeur lui donne un type spécial. Jalon connaît déjà le type de chaque champ.
    .fix = Retirez la marque. Si le signe fait partie du texte, mettez le texte entre guillemets droits.
    .example =
        Avant : name: !important
        Après : name: "!important"

## Réglages

settings-missing-field = il manque le champ `{ $field }` dans les réglages
    .help = ajoutez une ligne `{ $field }: …` dans `guide/jalon.yaml`
    .means = Sans ce champ, le site ne peut pas être fait : le titre paraît sur chaque page, la langue règle la lecture à voix haute.
    .fix = Ajoutez le champ et sa valeur dans `guide/jalon.yaml`.
    .example =
        Avant : title: Mon guide
        Après : title: Mon guide
                language: fr

settings-unknown-key = les réglages ne connaissent pas de champ `{ $key }`
    .help = retirez ce champ ; `jalon schema settings` donne la liste des champs connus
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Les réglages n’acceptent que des champs connus. Un champ mal écrit serait ignoré sans bruit ; Jalon préfère vous le dire.
    .fix = Corrigez le nom du champ ou retirez la ligne.
    .example =
        Avant : langage: fr
        Après : language: fr

settings-wrong-type = le réglage `{ $key }` attend { expected-type }, et contient { found-type }
    .help = écrivez ici { expected-type }
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .help-choices = choisissez parmi : { $choices }
    .help-range = écrivez un nombre de { $min } à { $max }
    .help-quote = mettez cette valeur entre guillemets droits : `{ $quoted }`
    .help-date = écrivez `{ $date }`
    .means = Chaque réglage attend une sorte de valeur : un texte, une date, une liste… Une autre sorte de valeur ne peut pas être comprise.
    .fix = Écrivez la valeur sous la forme attendue. Un texte qui ressemble à un nombre ou à une date se met entre guillemets droits.
    .example =
        Avant : language: français
        Après : language: fr

settings-bad-email = cette adresse mail n’est pas possible
    .help = vérifiez l’adresse : un nom, une arobase, un domaine, sans espace
    .means = Un message envoyé à cette adresse n’arriverait jamais.
    .fix = Recopiez l’adresse depuis un message reçu, ou retirez la ligne.
    .example =
        Avant : report_to: guide@exemple
        Après : report_to: guide@exemple.fr

settings-bad-phone = ce numéro de téléphone n’est pas possible
    .help = comptez les chiffres ; pour un numéro étranger, commencez par `+` et l’indicatif du pays
    .means = Ce numéro n’existe pas dans le plan de numérotation du pays du guide. Le lecteur qui appelle n’aurait personne.
    .fix = Vérifiez le numéro, ou retirez la ligne.
    .example =
        Avant : phone: "01 99 00 12"
        Après : phone: "01 99 00 12 34"

settings-bad-url = { $mistake ->
    [no-scheme] il manque `https://` au début de cette adresse web
    [scheme] cette adresse web ne commence ni par `https://` ni par `http://`
    [credentials] cette adresse web contient un nom d’utilisateur ou un mot de passe
    [query] cette adresse web ne peut contenir ni `?` ni `#`
   *[other] cette adresse web n’est pas valide
}
    .help = copiez l’adresse depuis la barre du navigateur, avec `https://`
    .help-nearest = écrivez `{ $nearest }`
    .means = Un navigateur ne saurait pas suivre cette adresse, ou les pages du guide auraient de fausses adresses.
    .fix = Ouvrez la page et copiez son adresse entière.
    .example =
        Avant : base_url: exemple.fr/guide
        Après : base_url: https://exemple.fr/guide/

settings-foreign-key = le réglage `{ $key }` vient d’un autre logiciel ; Jalon ne le lit pas
    .help = retirez cette ligne
    .help-ours = dans Jalon, ce réglage s’appelle `{ $ours }`
    .help-shape = dans Jalon, le réglage `{ $ours }` y ressemble, mais attend { expected-type } ; sinon, retirez cette ligne
    .means = D’autres générateurs de sites emploient ce réglage. Jalon a le sien, ou n’en a pas besoin ; celui-ci reste sans effet.
    .fix = Employez le réglage de Jalon, ou retirez la ligne.
    .example =
        Avant : baseURL: https://exemple.fr/
        Après : base_url: https://exemple.fr/

settings-unknown-code = aucun diagnostic ne s’appelle `{ $code }`
    .help = `jalon explain` donne la liste de tous les noms
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Le réglage `check.levels` règle les avertissements un par un, par leur nom. Celui-ci n’existe pas, donc la ligne n’a aucun effet.
    .fix = Copiez le nom tel que Jalon l’écrit entre crochets, par exemple `link/unclear-text`.
    .example =
        Avant : link/unclear: off
        Après : link/unclear-text: off

settings-renamed-code = `{ $former }` s’appelle maintenant `{ $code }`
    .help = écrivez `{ $code }`, ou laissez faire `jalon check --fix`
    .means = Cette ligne désigne un diagnostic par un nom qu’il portait dans une version plus ancienne de Jalon. Elle agit toujours, et ne fait pas échouer `--strict`.
    .fix = Écrivez le nouveau nom à la place de l’ancien, ou lancez `jalon check --fix`.
    .example =
        Avant : front/no-index: off
        Après : file/no-index: off

settings-error-silenced = `{ $code }` est une erreur et ne peut pas être réduite au silence
    .help = corrigez l’erreur, puis retirez cette ligne
    .means = Une erreur signale que le guide dirait quelque chose de faux : un lien vers rien, une date impossible. Seuls les avertissements peuvent être éteints.
    .fix = Retirez cette ligne de `check.levels` et corrigez ce que l’erreur signale.
    .example =
        Avant : link/missing-page: off
        Après : la ligne est retirée et le lien corrigé

settings-unknown-theme = ce thème est introuvable
    .help = placez le thème dans le dossier `themes`, ou retirez cette ligne pour garder le thème d’origine
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Le thème donne au site son apparence. Il se cherche dans le dossier `themes`, sous le nom écrit ici.
    .fix = Corrigez le nom, ou ajoutez le dossier du thème.
    .example =
        Avant : theme: sobbre
        Après : theme: sobre

settings-bad-editor = « { $value } » n’ouvre aucun programme
    .help = écrivez { $names }, ou une adresse qui contient `{"{"}path{"}"}`
    .means = Ce réglage nomme le programme dans lequel `jalon serve` ouvre un fichier à la bonne ligne. Jalon ne connaît pas celui-ci ; le site n’en dépend pas.
    .fix = Écrivez un des noms connus, ou l’adresse qui ouvre un fichier dans votre programme, avec `{"{"}path{"}"}`, `{"{"}line{"}"}` et `{"{"}column{"}"}` aux bons endroits.
    .example =
        Avant : editor: code
        Après : editor: vscode

settings-bad-checklist-field = { $mistake ->
    [nothing] « { $field } » n’est pas un intitulé : il lui faut au moins une lettre ou un chiffre
    [long] cet intitulé a plus de { $limit } caractères : il ne tiendrait pas au-dessus de sa ligne
    [twice] « { $field } » est déjà dans cette liste
   *[many] une liste à cocher a au plus { $limit } champs de plus
}
    .help = { $mistake ->
        [twice] gardez l’un des deux
        [many] retirez les champs à partir de celui-ci, ou faites-en des tâches
       *[other] écrivez en peu de mots ce qu’il faut remplir : « Personne recrutée »
    }
    .means = Le réglage `checklist: fields` donne ce que l’on remplit en haut de chaque liste à cocher, dans le PDF et sur la page imprimée, en plus de la structure, de la date et du nom. Chaque champ a un intitulé court et différent des autres.
    .fix = Corrigez l’intitulé, ou retirez-le.
    .example =
        Avant : fields: [Personne recrutée, Personne recrutée]
        Après : fields: [Personne recrutée, N° de convention]

settings-bad-logo = { $mistake ->
    [outside] le logo `{ $file }` est hors du guide
    [kind] le logo `{ $file }` n’est pas une image que les pages et les PDF montrent
    [unreadable] l’image `{ $file }` ne peut pas être lue
   *[missing] l’image `{ $file }` n’est pas dans le guide
}
    .help = { $mistake ->
        [outside] copiez l’image dans le dossier `guide`, et écrivez son chemin depuis ce dossier
        [kind] choisissez un fichier SVG, PNG, JPEG, GIF ou WebP
        [unreadable] enregistrez-la de nouveau depuis le programme qui l’a faite
       *[missing] écrivez son chemin depuis le dossier `guide` : `images/logo.svg`
    }
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Le réglage `logo` nomme l’image qui est en haut des pages et des listes imprimées. Sans elle, le site se publie sans logo.
    .fix = Corrigez le chemin, ou retirez la ligne.
    .example =
        Avant : logo: logo.ai
        Après : logo: images/logo.svg

settings-trusted-html = le HTML des pages est publié sans contrôle
    .help = préférez `html: safe`, sauf si vous relisez vous-même tout le HTML
    .means = Avec `html: trusted`, Jalon ne garantit plus que les pages sont accessibles, sûres et sans traceur.
    .fix = Remettez `html: safe` et remplacez le HTML des pages par du Markdown.
    .example =
        Avant : html: trusted
        Après : html: safe

## Liens

link-missing-page = la page `{ $target }` n’existe pas
    .label = aucun fichier de ce nom
    .help = vérifiez le nom du fichier, ou créez la page
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Ce lien mène à une page qui n’est pas dans le guide. La personne qui le suit arriverait sur une page d’erreur.
    .fix = Écrivez le chemin du fichier à partir de la page qui porte le lien, avec son `.md`.
    .example =
        Avant : Voir [l’arrivée](arivee.md).
        Après : Voir [l’arrivée](arrivee.md).

link-missing-anchor = la page `{ $page }` n’a pas de passage nommé `#{ $anchor }`
    .label = aucun titre de ce nom
    .help = copiez le nom du titre visé, en minuscules, sans accent, avec des traits d’union
    .help-nearest = vouliez-vous dire `#{ $nearest }` ?
    .means = Ce qui suit le signe `#` désigne un titre de la page. Ce titre a changé ou n’a jamais existé : le lecteur arriverait en haut de la page sans savoir où chercher.
    .fix = Corrigez le nom après `#`. Pour qu’il ne change plus, donnez un nom au titre : `## Inscription {"{"}#inscription{"}"}`.
    .example =
        Avant : [s’inscrire](formation.md#inscripion)
        Après : [s’inscrire](formation.md#inscription)

link-missing-asset = { $hidden ->
        [yes] le fichier `{ $target }` n’est pas publié
       *[no] le fichier `{ $target }` n’existe pas
    }
    .label = aucun fichier publié de ce nom
    .help = vérifiez le nom du fichier et son dossier
    .help-hidden = un nom de fichier ou de dossier qui commence par `.` ou `_` reste hors du site : renommez-le
    .help-leftover = un nom qui se termine ainsi est celui d’une copie de secours ou d’un reste : il reste hors du site ; renommez le fichier
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Ce lien ou cette image désigne un fichier qui n’est pas dans le guide. Le lecteur verrait une image cassée ou une page d’erreur.
    .fix = Placez le fichier dans le dossier du guide et écrivez son chemin à partir de cette page.
    .example =
        Avant : ![Plan d’accès](plan.jpg)
        Après : ![Plan d’accès](images/plan.jpg)

link-empty = ce lien ne mène nulle part
    .help = écrivez l’adresse entre les parenthèses, ou `[À COMPLÉTER : …]` si vous ne l’avez pas encore
    .means = Entre les parenthèses du lien, il n’y a rien. Le lecteur cliquerait sans effet.
    .fix = Écrivez l’adresse. Si elle manque encore, écrivez `[À COMPLÉTER : …]` : ce sera compté et visible.
    .example =
        Avant : le [tutoriel]()
        Après : le [tutoriel](tutoriel.md)

link-hash-only = ce lien mène à `#`, c’est-à-dire nulle part
    .help = écrivez la vraie adresse, ou `[À COMPLÉTER : …]` si vous ne l’avez pas encore ; pour revenir en haut de la page, écrivez `#top`
    .means = Un lien vers `#` vient souvent d’un document dont les adresses ont été perdues. Il ressemble à un lien mais ne mène à rien.
    .fix = Retrouvez l’adresse. Si elle manque encore, écrivez `[À COMPLÉTER : …]` : ce sera compté et visible.
    .example =
        Avant : le [tutoriel](#)
        Après : <resource:tutoriel>

link-forbidden-scheme = les adresses en `{ $scheme }` ne sont pas permises
    .help = employez une adresse `https:`, `mailto:`, `tel:`, ou une fiche du registre
    .means = Certaines sortes d’adresses peuvent faire exécuter un programme ou n’existent que sur un ordinateur. Elles n’ont pas leur place dans un site public.
    .fix = Remplacez l’adresse par une adresse du web, une page du guide ou une fiche du registre.
    .example =
        Avant : [le dossier](file:///C:/dossier.pdf)
        Après : [le dossier (PDF, 120 ko)](dossier.pdf)

link-protocol-relative = il manque `https:` au début de cette adresse
    .help = ajoutez `https:` devant les deux barres
    .means = Une adresse qui commence par deux barres dépend de la façon dont la page est lue. Elle ne mène nulle part quand le guide est lu depuis une clé USB.
    .fix = Ajoutez `https:` devant les deux barres.
    .example =
        Avant : [le site](//exemple.fr/aide)
        Après : [le site](https://exemple.fr/aide)

link-bad-address = cette adresse n’est pas une adresse valide
    .help = copiez l’adresse depuis la barre du navigateur
    .help-blank = une adresse n’a pas d’espace : entourez-la de chevrons, `](<{ $target }>)`, ou retirez l’espace
    .help-brackets = comptez les crochets et les parenthèses de ce lien
    .help-page = une page n’est pas une image : pour un lien, retirez le point d’exclamation devant le crochet
    .means = L’adresse est mal formée : un nom de site impossible, un caractère interdit, un morceau oublié. Aucun navigateur ne saurait la suivre.
    .fix = Ouvrez la page dans un navigateur, copiez son adresse entière et collez-la ici.
    .example =
        Avant : [le site](https://exemple .fr)
        Après : [le site](https://exemple.fr/)

link-outside = ce lien sort du dossier du guide
    .help = placez le fichier dans le guide, puis corrigez le lien
    .means = Seul ce qui est dans le dossier `guide` est publié. Un lien qui remonte au-dessus ne mènerait à rien sur le site.
    .fix = Copiez le fichier dans le guide, ou écrivez son adresse sur le web.
    .example =
        Avant : [le modèle](../../modele.pdf)
        Après : [le modèle (PDF, 80 ko)](modele.pdf)

link-absolute = ce lien part de la racine du site au lieu de cette page
    .help = écrivez le chemin du fichier à partir de cette page, par exemple `../contacts.md`
    .means = Une adresse qui commence par une barre ne marche que si le site est à la racine de son nom de domaine. Elle ne marche ni dans un sous-dossier, ni depuis une clé USB.
    .fix = Écrivez le chemin du fichier source à partir de la page qui porte le lien.
    .example =
        Avant : [les contacts](/ressources/contacts/)
        Après : [les contacts](../4-ressources/3-contacts.md)

link-undefined-reference = la référence « { $text } » n’est définie nulle part dans la page
    .help = ajoutez une ligne qui la définit, ou écrivez l’adresse entre parenthèses juste après
    .means = Un lien écrit en deux morceaux, le texte puis un nom entre crochets, a besoin d’une ligne qui donne l’adresse de ce nom. Cette ligne manque.
    .fix = Ajoutez la ligne, ou employez un lien simple.
    .example =
        Avant : Voir [le guide][guide].
        Après : Voir [le guide](guide.md).

link-wrong-case = « { $target } » ne s’écrit pas avec les mêmes majuscules que le fichier
    .help = recopiez exactement le nom du fichier
    .help-nearest = écrivez `{ $nearest }`
    .means = Votre ordinateur confond peut-être majuscules et minuscules ; l’hébergeur du site, non. Le lien marcherait chez vous et serait cassé en ligne.
    .fix = Recopiez le nom du fichier, majuscules comprises.
    .example =
        Avant : [les contacts](Contacts.md)
        Après : [les contacts](contacts.md)

link-draft = ce lien mène à une page qui n’est pas publiée
    .help = publiez la page visée (retirez `draft: true`), ou retirez le lien
    .means = La page visée est un brouillon, ou elle est trop grande. Elle ne sera pas sur le site, donc le lien ne mènerait à rien.
    .fix = Publiez la page visée, ou retirez le lien en attendant.
    .example =
        Avant : un lien vers une page marquée « draft: true »
        Après : la ligne « draft: true » est retirée de la page visée

link-expired = ce lien mène à une page retirée depuis le { $date }
    .help = menez le lien à la page qui la remplace, retirez-le, ou repoussez `expires` dans la page visée
    .means = Le dernier jour de publication de la page visée (`expires`) est passé. Le lecteur n’y trouverait qu’un mot disant qu’elle est retirée.
    .fix = Changez ou retirez le lien. Si la page visée est encore valable, corrigez sa date `expires`.
    .example =
        Avant : [l’appel de 2025](appel-2025.md)
        Après : [l’appel de 2026](appel-2026.md)

link-no-text = ce lien vers `{ $target }` n’a pas de texte
    .help = écrivez entre les crochets ce que l’on va trouver
    .means = Personne ne voit un lien sans texte. Un lecteur d’écran l’annonce, et ne peut pas dire où il mène.
    .fix = Écrivez un texte entre les crochets, ou retirez le lien.
    .example =
        Avant : [](1-convention.md)
        Après : [la convention](1-convention.md)

link-unclear-text = le texte « { $text } » ne dit pas où mène le lien
    .help = dites dans le lien ce que l’on va trouver : « le formulaire d’inscription »
    .means = Beaucoup de personnes parcourent une page de lien en lien, avec un lecteur d’écran par exemple. Hors de sa phrase, « cliquez ici » ne dit rien (RGAA, critère 6.1).
    .fix = Faites porter le lien sur les mots qui nomment la page ou le document.
    .example =
        Avant : Pour vous inscrire, [cliquez ici](inscription.md).
        Après : Remplissez [le formulaire d’inscription](inscription.md).

link-same-text = le texte « { $text } » mène ici ailleurs que la première fois
    .help = donnez à chaque lien un texte qui le distingue
    .means = Deux liens de la page portent le même texte et mènent à deux endroits. Dans la liste des liens que lit un lecteur d’écran, rien ne les distingue.
    .fix = Précisez chacun des deux textes.
    .example =
        Avant : le [tutoriel](a.md) et le [tutoriel](b.md)
        Après : le [tutoriel de la convention](a.md) et le [tutoriel du contrat](b.md)

link-bare-address = une adresse sert de texte à ce lien
    .help = donnez au lien un texte qui dise ce que l’on va trouver
    .means = Une adresse est longue à lire et pénible à entendre. Un texte clair dit en trois mots où l’on va.
    .fix = Écrivez un texte entre crochets et l’adresse entre parenthèses.
    .example =
        Avant : <https://exemple.fr/aide/inscription?id=12>
        Après : [L’aide à l’inscription](https://exemple.fr/aide/inscription?id=12)

link-not-a-link = cette adresse n’est pas un lien : il faudrait la recopier
    .help = donnez-lui un texte, `[texte]({ $text })`, ou entourez-la de chevrons
    .means = Une adresse tapée dans une phrase s’affiche telle quelle, et personne ne peut cliquer dessus. Sur un téléphone ou sur papier, elle est pénible à recopier.
    .fix = Écrivez un texte entre crochets et l’adresse entre parenthèses ; si c’est l’adresse elle-même qui compte, mettez-la entre `<` et `>`.
    .example =
        Avant : Inscrivez-vous sur https://exemple.fr/inscription avant vendredi.
        Après : [Inscrivez-vous en ligne](https://exemple.fr/inscription) avant vendredi.

link-file-without-format = le lien « { $text } » mène à un fichier sans en dire le format ni le poids
    .help = ajoutez-les dans le texte du lien, par exemple « (PDF, 120 ko) »
    .means = Le lecteur doit savoir, avant de cliquer, qu’il va télécharger un fichier, lequel et combien il pèse.
    .fix = Ajoutez le format et le poids à la fin du texte du lien.
    .example =
        Avant : [Modèle de contrat](contrat.pdf)
        Après : [Modèle de contrat (PDF, 120 ko)](contrat.pdf)

## Adresses des pages

link-orphan-page = rien ne mène à cette page : le parcours de sa section la saute, et aucun texte n’y renvoie
    .help = ajoutez `{ $step }` aux `steps` de `{ $section }`, ou faites un lien vers elle dans une autre page
    .means = Une section qui a un parcours (`steps`) montre ses étapes à la place de la liste de ses pages. Une page qui n’est pas une étape, et que personne ne cite, ne se trouve plus que par hasard, par le menu ou la recherche.
    .fix = Ajoutez la page aux étapes, à sa place dans l’ordre, ou citez-la là où elle sert. Si elle n’est pas prête, `draft: true` dans son en-tête la garde hors du site.
    .example =
        Avant : steps: [1-convention.md, 2-contrat.md]
        Après : steps: [1-convention.md, 2-contrat.md, 3-avenant.md]

address-duplicate = deux pages auraient la même adresse `{ $address }` : celle-ci et `{ $other }`
    .help = changez le nom d’un des deux fichiers, ou donnez-lui un `slug`
    .help-composed = les deux noms se lisent pareil, mais leurs accents ne sont pas enregistrés de la même façon, comme entre un Mac et un PC : gardez un seul des deux fichiers, ou renommez-en un
    .help-folder = changez le nom de l’un des deux dossiers, ou réunissez leurs pages dans un seul
    .means = Une adresse ne peut montrer qu’une page. L’une des deux disparaîtrait du site.
    .fix = Renommez l’un des fichiers, ou ajoutez un champ `slug` dans son en-tête.
    .example =
        Avant : « 1-convention.md » et « 2-convention.md »
        Après : « 1-convention.md » et « 2-avenant.md »

address-clash = l’adresse `{ $address }` ne diffère de celle de `{ $other }` que par les majuscules ou les accents
    .help = changez le nom d’un des deux fichiers
    .means = Selon l’ordinateur ou l’hébergeur, ces deux noms désignent le même fichier. L’une des deux pages disparaîtrait.
    .fix = Donnez aux deux fichiers des noms vraiment différents.
    .example =
        Avant : « contrat.md » et « Contrat.md »
        Après : « contrat.md » et « modele-de-contrat.md »

address-alias-over-page = l’ancienne adresse `{ $address }` est celle d’une page qui existe
    .help = retirez cette ligne des `aliases`, ou changez l’adresse de l’autre page
    .means = Une ancienne adresse conduit le lecteur vers la nouvelle. Ici elle cacherait une page bien vivante.
    .fix = Retirez l’ancienne adresse, ou renommez la page qui l’occupe.
    .example =
        Avant : aliases: [/convention/] alors qu’une page est à /convention/
        Après : la ligne est retirée

address-duplicate-alias = l’ancienne adresse `{ $address }` est déjà prise par `{ $other }`
    .help = gardez-la dans une seule des deux pages
    .means = Une ancienne adresse ne peut mener qu’à une page. On ne peut pas deviner laquelle.
    .fix = Retirez-la de l’une des deux pages.
    .example =
        Avant : aliases: [/aide/] dans deux pages
        Après : aliases: [/aide/] dans une seule page

address-too-long = ce nom fait { $size } octets : c’est trop long pour une adresse ({ $limit } au plus)
    .help = donnez à la page un nom plus court avec `slug`
    .help-file = donnez au fichier un nom plus court, ici et dans les liens
    .means = Une adresse trop longue est refusée par certains ordinateurs et coupée dans les messages.
    .fix = Ajoutez un champ `slug` de quelques mots dans l’en-tête de la page, ou renommez le fichier.
    .example =
        Avant : un nom de fichier qui reprend toute une phrase
        Après : slug: fin-de-contrat

address-windows-name = Windows refuse le nom « { $name } »
    .help = changez ce nom
    .means = Certains noms (`con`, `aux`, `nul`…) et certains signes (`:`, `?`, un point final…) sont interdits par Windows. Le guide ne pourrait pas y être copié.
    .fix = Renommez le fichier ou le dossier.
    .example =
        Avant : aux.md
        Après : auxiliaires.md

file-too-many-pages = le guide a plus de { COUNT($limit) } pages ; les suivantes sont laissées de côté
    .help = partagez le guide en plusieurs, ou relevez la limite dans les réglages
    .means = Une limite protège l’ordinateur quand un mauvais dossier est pris pour un guide.
    .fix = Vérifiez que le dossier est le bon. Si le guide est vraiment si grand, partagez-le, ou changez `limits` dans `guide/jalon.yaml`.
    .example =
        Avant : un dossier d’archives copié dans « guide »
        Après : les archives ailleurs, et un lien vers elles

address-duplicate-anchor = deux passages de cette page portent le même nom
    .help = changez l’un des deux noms
    .means = Un lien vers ce nom ne saurait pas lequel des deux passages montrer.
    .fix = Changez le nom écrit entre accolades après l’un des deux titres.
    .example =
        Avant : « ## Contrat {"{"}#a{"}"} » et « ## Convention {"{"}#a{"}"} »
        Après : « ## Contrat {"{"}#contrat{"}"} » et « ## Convention {"{"}#convention{"}"} »

address-vanished-page = l’adresse `{ $address }` a été publiée, et plus rien n’y répond
    .help = trois solutions : remettez la page ; ou ajoutez `aliases: [{ $address }]` dans l’en-tête de celle qui la remplace ; ou écrivez ici `{ $address } gone: ` et la raison
    .help-nearest = cette page, maintenant à `{ $nearest }`, était là : ajoutez `aliases: [{ $address }]` dans son en-tête (`jalon check --fix` le fait)
    .help-likely = est-ce devenu { $others } ? Ajoutez-y `aliases: [{ $address }]` ; sinon remettez la page, ou écrivez ici `{ $address } gone: ` et la raison
    .help-case = seules les majuscules ont changé (`{ $other }`) : redonnez à la page son ancien nom, ou écrivez ici `{ $address } gone: ` et la raison
    .help-draft = sa page est devenue un brouillon ({ $other }) : retirez `draft: true`, ou écrivez ici `{ $address } gone: ` et la raison
    .means = Cette adresse est notée dans « guide/urls.lock » : des gens l’ont gardée, imprimée ou envoyée. Sans rien à cette adresse, ils tomberaient sur une page d’erreur.
    .fix = Remettez la page à sa place ; ou ajoutez l’adresse aux `aliases` de la page qui la remplace, et les lecteurs y seront conduits ; ou, si le contenu n’existe plus, remplacez dans « guide/urls.lock » ce qui suit l’adresse par `gone:` et la raison : une petite page la dira.
    .example =
        Avant : la page « convention.md » est renommée « contrat.md »
        Après : aliases: [/convention/] dans l’en-tête de « contrat.md »

address-vanished-anchor = la page `{ $page }` n’a plus de passage nommé `{ $address }`
    .help = trois solutions : remettez le titre ; ou écrivez `<!-- anchor: … -->` avec l’ancien nom, sans le signe #, au-dessus du titre qui le remplace ; ou écrivez ici `{ $address } gone: ` et la raison
    .help-nearest = ce titre a été reformulé en « { $nearest } » : écrivez au-dessus `<!-- anchor: { $name } -->` (`jalon check --fix` le fait)
    .help-likely = est-ce devenu { $others } ? Écrivez au-dessus `<!-- anchor: … -->` avec l’ancien nom, sans le signe # ; sinon remettez le titre, ou écrivez ici `{ $address } gone: ` et la raison
    .means = Des liens mènent à ce passage de la page ; son nom venait du titre, qui a changé. Le lecteur arriverait en haut de la page.
    .fix = Écrivez l’ancien nom dans un commentaire, seul sur une ligne, au-dessus du titre : le passage garde ainsi son ancienne adresse, et personne ne voit rien. Si le passage n’existe plus, remplacez dans « guide/urls.lock » ce qui suit son nom par `gone:` et la raison.
    .example =
        Avant : ## S’inscrire en ligne
        Après : <!-- anchor: inscription --> au-dessus de « ## S’inscrire en ligne »

address-vanished-file = le fichier `{ $address }` a été publié, et il n’est plus là
    .help = remettez le fichier, ou écrivez ici `{ $address } gone: ` et la raison
    .help-likely = le même fichier est maintenant à { $others } : remettez-le à sa place, ou écrivez ici `{ $address } gone: ` et la raison
    .means = Des gens ont gardé l’adresse de ce fichier. Un fichier ne peut pas conduire vers un autre : s’il change de place, l’ancienne adresse ne répond plus.
    .fix = Remettez le fichier sous son nom et dans son dossier. Si personne ne doit plus l’ouvrir, remplacez dans « guide/urls.lock » ce qui suit l’adresse par `gone:` et la raison.
    .example =
        Avant : « plan.pdf » est déplacé dans le dossier « documents »
        Après : « plan.pdf » est remis où il était

address-bad-lock = { $what ->
    [conflict] deux versions de ce fichier n’ont pas été réunies
    [twice] cette adresse est écrite deux fois
    [page] ce nom de passage ne suit aucune page
    [reason] il manque la raison après `gone:`
   *[line] cette ligne n’est pas celle d’une adresse
}
    .help = { $what ->
        [conflict] gardez les lignes des deux versions, retirez les marques `<<<<<<<`, `=======` et `>>>>>>>`, puis lancez `jalon urls --accept`
        [twice] gardez une seule des deux lignes
        [page] remettez au-dessus la ligne de sa page
        [reason] écrivez pourquoi la page n’existe plus
       *[line] remettez la ligne comme elle était
    }
    .means = « guide/urls.lock » tient la liste des adresses publiées, une par ligne. Une ligne qui n’est pas comprise n’est pas surveillée : son adresse pourrait disparaître sans que personne le voie.
    .fix = Reprenez la dernière bonne version du fichier. `jalon urls --accept` le réécrit ; à la main, on n’y change que ce qui suit une adresse, pour y mettre `gone:` et une raison.
    .example =
        Avant : /convention/
        Après : /convention/ gone: remplacée par le contrat type

## Registre

registry-unknown-id = { kind-none } du registre ne s’appelle `{ $id }`
    .label = identifiant inconnu
    .help = vérifiez l’identifiant, ou ajoutez la fiche au registre
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Une référence comme `<contact:support>` montre la fiche de ce nom dans le registre. Il n’y en a pas, donc rien ne pourrait être montré.
    .fix = Corrigez l’identifiant. Pour une fiche neuve : `jalon new contact IDENTIFIANT` ou `jalon new tool IDENTIFIANT`.
    .example =
        Avant : <contact:suport>
        Après : <contact:support>

registry-duplicate-id = l’identifiant `{ $key }` est déjà pris, à la ligne { $first_line }
    .help = changez l’un des deux identifiants, ou réunissez les deux fiches
    .means = Un identifiant désigne une seule fiche. Deux fiches du même nom se contrediraient tôt ou tard.
    .fix = Réunissez les deux fiches, ou renommez l’une d’elles et les références qui la citent.
    .example =
        Avant : deux fiches « support: »
        Après : « support: » et « support-paie: »

registry-bad-id = cet identifiant n’a pas la bonne forme
    .help = employez des minuscules sans accent, des chiffres et des traits d’union simples
    .help-nearest = écrivez par exemple `{ $nearest }`
    .means = L’identifiant s’écrit dans les pages et dans les adresses. Il doit pouvoir être tapé partout sans se tromper.
    .fix = Écrivez-le en minuscules, sans accent ni espace.
    .example =
        Avant : Support Paie:
        Après : support-paie:

registry-unknown-file = le registre ne connaît pas ce fichier
    .help = ses fichiers sont `contacts.yaml`, `tools.yaml`, `resources.yaml`, `roles.yaml`, `organisations.yaml` et `terms.yaml`
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Chaque sorte de fiche a son fichier, toujours le même nom. Le contenu de celui-ci n’a pas été lu.
    .fix = Renommez le fichier, ou sortez-le du dossier `registry`.
    .example =
        Avant : guide/registry/contact.yaml
        Après : guide/registry/contacts.yaml

registry-unknown-key = cette fiche ne connaît pas de champ `{ $key }`
    .help = retirez ce champ ; une remarque pour vous seul se met dans `note`
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Chaque sorte de fiche n’accepte que des champs connus. Un champ mal écrit serait ignoré sans bruit, et un téléphone manquerait.
    .fix = Corrigez le nom du champ ou retirez la ligne.
    .example =
        Avant : mail: aide@exemple.fr
        Après : email: aide@exemple.fr

registry-wrong-type = le champ `{ $key }` attend { expected-type }, et contient { found-type }
    .help = écrivez ici { expected-type }
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .help-choices = choisissez parmi : { $choices }
    .help-range = écrivez un nombre de { $min } à { $max }
    .help-quote = mettez cette valeur entre guillemets droits : `{ $quoted }`
    .help-date = écrivez `{ $date }`
    .means = Chaque champ d’une fiche attend une sorte de valeur : un texte, une date, une liste… Une autre sorte de valeur ne peut pas être comprise.
    .fix = Écrivez la valeur sous la forme attendue. Un numéro de téléphone se met toujours entre guillemets droits.
    .example =
        Avant : phone: 0199001234
        Après : phone: "01 99 00 12 34"

registry-missing-field = il manque le champ `{ $field }` dans cette fiche
    .help = ajoutez une ligne `{ $field }: …`
    .means = Sans ce champ, la fiche ne peut pas être montrée au lecteur.
    .fix = Ajoutez le champ. Si vous n’avez pas encore l’information, écrivez `"[À COMPLÉTER : …]"`.
    .example =
        Avant : support: avec seulement « email: aide@exemple.fr »
        Après : support: avec « name: Le support » et « email: aide@exemple.fr »

registry-bad-email = cette adresse mail n’est pas possible
    .help = vérifiez l’adresse : un nom, une arobase, un domaine, sans espace
    .means = Un message envoyé à cette adresse n’arriverait jamais.
    .fix = Recopiez l’adresse depuis un message reçu. Si vous ne l’avez pas, écrivez `"[À COMPLÉTER : …]"`.
    .example =
        Avant : email: aide@exemple
        Après : email: aide@exemple.fr

registry-bad-phone = ce numéro de téléphone n’est pas possible
    .help = comptez les chiffres ; pour un numéro étranger, commencez par `+` et l’indicatif du pays
    .means = Ce numéro n’existe pas dans le plan de numérotation du pays du guide. Le lecteur qui appelle n’aurait personne.
    .fix = Vérifiez le numéro. Si vous ne l’avez pas, écrivez `"[À COMPLÉTER : …]"`.
    .example =
        Avant : phone: "01 99 00 12"
        Après : phone: "01 99 00 12 34"

registry-bad-url = { $mistake ->
    [no-scheme] il manque `https://` au début de cette adresse web
    [scheme] cette adresse web ne commence ni par `https://` ni par `http://`
    [credentials] cette adresse web contient un nom d’utilisateur ou un mot de passe
    [query] cette adresse web ne peut contenir ni `?` ni `#`
   *[other] cette adresse web n’est pas valide
}
    .help = copiez l’adresse depuis la barre du navigateur, avec `https://`
    .help-nearest = écrivez `{ $nearest }`
    .means = Un navigateur ne saurait pas suivre cette adresse.
    .fix = Ouvrez la page, copiez son adresse entière. Si vous ne l’avez pas, écrivez `null` ou `"[À COMPLÉTER : …]"`.
    .example =
        Avant : url: exemple.fr/aide
        Après : url: https://exemple.fr/aide

registry-reference-cycle = ces fiches se renvoient l’une à l’autre sans fin : { $chain }
    .help = retirez l’un des renvois
    .means = Une fiche en cite une autre, qui ramène à la première. Le lecteur tournerait en rond sans trouver à qui parler.
    .fix = Décidez laquelle des fiches est la bonne, et retirez le renvoi de celle-là.
    .example =
        Avant : a: replaced_by: b et b: replaced_by: a
        Après : a: replaced_by: b

task-bad-delay = ce délai n’a pas la bonne forme
    .help = écrivez `J-30` pour trente jours avant, `S+2` pour deux semaines après, `M-1` pour un mois avant
    .means = Une référence `<due:…>` dit quand une chose doit être faite, par rapport au jour J. Celle-ci ne peut pas être comprise.
    .fix = Écrivez une lettre (J, S ou M), un signe et un nombre.
    .example =
        Avant : <due:30 jours avant>
        Après : <due:J-30>

registry-unused-entry = aucune page ne se sert de cette fiche
    .help = citez-la dans une page, ou supprimez-la
    .means = Une fiche que personne ne lit vieillit sans que l’on s’en aperçoive.
    .fix = Ajoutez une référence là où le lecteur en a besoin, ou supprimez la fiche.
    .example =
        Avant : une fiche « support » que rien ne cite
        Après : « En cas de blocage : <contact:support>. »

registry-shared-email = l’adresse { $email } est aussi celle de `{ $other }`
    .help = réunissez les deux fiches, ou vérifiez l’adresse
    .means = Deux fiches avec la même adresse sont souvent la même fiche écrite deux fois. L’une des deux finira par mentir.
    .fix = Gardez une seule fiche, et citez-la partout.
    .example =
        Avant : « support » et « aide », toutes deux avec aide@exemple.fr
        Après : une seule fiche « support »

registry-typed-by-hand = « { $text } » est écrit à la main ; le registre le connaît déjà
    .help = écrivez `<{ $entry }>` à la place
    .means = Une coordonnée recopiée à la main reste dans la page le jour où elle change dans le registre.
    .fix = Remplacez-la par la référence à la fiche : elle sera toujours à jour.
    .example =
        Avant : Écrivez à aide@exemple.fr.
        Après : Écrivez à <contact:support>.

registry-no-hours = ce téléphone n’a pas d’horaires
    .help = ajoutez un champ `hours`, par exemple `hours: du lundi au vendredi, de 9 h à 17 h`
    .means = Le lecteur qui appelle sans connaître les horaires perd son temps, et celui du standard.
    .fix = Ajoutez les horaires, ou `"[À COMPLÉTER : horaires]"` si vous ne les avez pas.
    .example =
        Avant : phone: "01 99 00 12 34"
        Après : phone: "01 99 00 12 34"
                hours: du lundi au vendredi, de 9 h à 17 h

registry-undecided-person = personne n’a décidé si les coordonnées de cette personne peuvent être publiées
    .help = ajoutez `publish: public` ou `publish: restricted` après lui avoir demandé
    .means = Le nom et l’adresse d’une personne sont des données personnelles. Les publier demande une décision, pas un oubli.
    .fix = Demandez à la personne, puis écrivez la décision. Une adresse de service est souvent préférable.
    .example =
        Avant : kind: person
        Après : kind: person
                publish: public

registry-rank-without-coordinates = ce contact a un rang de recours, mais aucun moyen de le joindre
    .help = ajoutez `email`, `phone` ou `form`, ou retirez `rank`
    .means = Le rang dit au lecteur qui appeler en premier. Sans coordonnées, il est arrêté à cette étape.
    .fix = Ajoutez au moins une coordonnée, ou `"[À COMPLÉTER : …]"`.
    .example =
        Avant : rank: 1
        Après : rank: 1
                email: aide@exemple.fr

registry-successor-suggested = cette coordonnée semble remplacée par { $suggested }
    .help = vérifiez auprès du service, puis changez la fiche
    .means = Un indice noté dans la fiche (`suggested`) laisse penser que la coordonnée a changé. Jalon la propose et ne la change pas de lui-même.
    .fix = Si la nouvelle est bonne, mettez-la à la place de l’ancienne et retirez `suggested` ; sinon retirez `suggested`.
    .example =
        Avant : email: ancienne@exemple.fr et suggested: nouvelle@exemple.fr
        Après : email: nouvelle@exemple.fr

## Dates

date-impossible = cette date n’existe pas
    .help = vérifiez le jour et le mois ; une date s’écrit `2026-11-23`
    .means = Aucun calendrier n’a ce jour-là. Le lecteur ne saurait pas s’il est en avance ou en retard.
    .fix = Retrouvez la vraie date. Ne la devinez pas : si vous ne la connaissez pas, écrivez `[À COMPLÉTER : date]`.
    .example =
        Avant : <!-- until: 2026-06-31 -->
        Après : <!-- until: 2026-06-30 -->

date-month-first = dans « { $text } », le mois est écrit avant le jour
    .help = écrivez le { $date }, si c’est bien le jour voulu
    .means = En français, le jour vient d’abord : il n’y a pas de mois de ce nombre. Le lecteur doit deviner que la date est écrite à l’américaine.
    .fix = Écrivez le jour d’abord, et mieux encore le mois en lettres. Dans une citation en anglais, la date reste comme elle est.
    .example =
        Avant : le 06/15/2026
        Après : le 15 juin 2026

date-wrong-weekday = « { $said } » ne va pas avec le { $day } : ce jour-là est « { $right } »
    .help = écrivez « { $right } », ou le { $near } si c’est le jour de la semaine qui est juste
    .means = Le jour de la semaine et la date ne vont pas ensemble. Le lecteur ne sait pas lequel croire, et viendra peut-être le mauvais jour.
    .fix = Vérifiez la date à sa source, puis corrigez celui des deux qui est faux : le jour de la semaine, le jour du mois, le mois ou l’année.
    .example =
        Avant : lundi 24 novembre 2026
        Après : mardi 24 novembre 2026

date-end-before-start = cette période finit avant d’avoir commencé : « { $text } »
    .help = échangez les deux dates, ou écrivez le mois et l’année de chacune
    .means = La date de fin vient avant la date de début. L’une des deux est fausse, ou il manque un mois.
    .fix = Retrouvez les deux dates. Si la période passe d’un mois à l’autre, écrivez les deux mois.
    .example =
        Avant : du 28 au 3 mars 2026
        Après : du 28 février au 3 mars 2026

date-review-in-future = le { $date } n’est pas encore venu : personne n’a pu vérifier ce jour-là
    .help = écrivez le jour où la vérification a eu lieu, ou `null` si personne n’a vérifié
    .means = `last_reviewed_on` et `verified_on` disent quand une personne a vérifié. Une date à venir promet au lecteur une vérification qui n’a pas eu lieu.
    .fix = Écrivez le jour de la vraie vérification. La date de la prochaine se règle avec `review_in`.
    .example =
        Avant : last_reviewed_on: 2027-11-23
        Après : last_reviewed_on: 2026-11-23

date-until-passed = ce passage n’était valable que jusqu’au { $date }
    .help = mettez-le à jour ou supprimez-le
    .means = La date écrite devant ce passage est passée. Le site l’affiche avec la mention « information dépassée ».
    .fix = Écrivez la nouvelle information et sa nouvelle date, ou retirez le passage.
    .example =
        Avant : <!-- until: 2026-01-19 --> Inscriptions ouvertes.
        Après : <!-- until: 2027-01-18 --> Inscriptions ouvertes.

date-past-as-future = le { $date } est passé, et le texte en parle comme d’un jour à venir (« { $words } »)
    .help = mettez la phrase au passé, donnez la nouvelle date, ou retirez la phrase
    .means = Le lecteur croit que l’événement ou l’échéance est devant lui. Il se prépare pour rien, ou renonce parce qu’il croit la suite périmée.
    .fix = Écrivez la nouvelle date, ou racontez l’événement au passé. Pour la prochaine fois, écrivez `<!-- until: DATE -->` avant le passage.
    .example =
        Avant : La prochaine session aura lieu le 12 janvier 2026.
        Après : La prochaine session aura lieu le 11 janvier 2027.

date-review-overdue = à revoir depuis le { $due } : dernière vérification le { $date }
    .help = relisez, puis écrivez la date du jour à la place de celle-ci
    .means = Le délai que le guide se donne (`review_in`, ou `review.every` dans les réglages) est dépassé. Le site affiche « à vérifier » à cet endroit.
    .fix = Vérifiez chaque information, puis mettez la date de cette vérification. Ne changez pas la date sans avoir vérifié.
    .example =
        Avant : last_reviewed_on: 2026-01-19
        Après : last_reviewed_on: 2026-11-23

date-expired = cette page n’est plus publiée depuis le { $date }
    .help = retirez le fichier, ou changez `expires` si la page est encore valable
    .means = Le dernier jour de publication est passé. La page a quitté le site ; à son adresse, une page courte dit qu’elle est retirée et pourquoi (`expired_reason`).
    .fix = Mettez la page à jour et repoussez `expires`, ou supprimez le fichier quand plus personne ne cherche son adresse.
    .example =
        Avant : expires: 2026-01-31
        Après : expires: 2027-01-31

date-relative = « { $words } » ne dit pas de quel jour on parle
    .help = écrivez une date dans la phrase, ou `last_reviewed_on` en tête de la page
    .means = Ces mots n’ont de sens que le jour où ils sont écrits. Dans un an, le lecteur ne saura pas s’ils sont encore vrais. Avec `last_reviewed_on`, il lit au pied de la page de quand ils datent.
    .fix = Dites depuis quand ou jusqu’à quand. Ou retirez les mots : le présent suffit souvent.
    .example =
        Avant : Le formulaire est actuellement fermé.
        Après : Le formulaire est fermé depuis le 12 janvier 2026.

date-two-digit-year = l’année de « { $text } » n’a que deux chiffres
    .help = écrivez « { $whole } »
    .means = Deux chiffres se confondent avec un jour ou un mois, surtout pour qui écrit les dates dans un autre ordre.
    .fix = Écrivez l’année en quatre chiffres, et mieux encore le mois en lettres.
    .example =
        Avant : avant le 31/03/26
        Après : avant le 31 mars 2026

## Informations à compléter

placeholder-open = { $text ->
    [none] il reste une information à compléter
   *[other] il reste une information à compléter : « { $text } »
}
    .help = écrivez l’information dès que vous l’avez : à la place des crochets, ou dans le champ `url` d’une ressource
    .means = Cette information manque encore. Le lecteur voit qu’elle manque ; c’est mieux qu’un lien mort, mais c’est une dette.
    .fix = Trouvez l’information et écrivez-la à la place des crochets.
    .example =
        Avant : Téléphone : [À COMPLÉTER : téléphone du référent]
        Après : Téléphone : 01 99 00 12 34

## Titres

heading-second-title = cette page a déjà un titre principal
    .help = ajoutez un `#` devant celui-ci pour en faire un titre de section
    .help-underlined = supprimez la ligne `===` en dessous, ou laissez une ligne vide au-dessus d’elle ; pour un titre de section, écrivez `##` devant le texte
    .means = Une page a un seul titre principal : celui de l’en-tête, ou la première ligne `#`. Avec deux, un lecteur d’écran ne sait plus quel est le sujet de la page.
    .fix = Faites de ce titre une section (`##`), ou coupez la page en deux.
    .example =
        Avant : # Le contrat
        Après : ## Le contrat

heading-empty = ce titre est vide
    .help = écrivez le titre, ou supprimez la ligne
    .means = Un titre sans texte laisse un trou dans le sommaire, et un lecteur d’écran l’annonce sans rien dire.
    .fix = Écrivez le titre ou retirez la ligne.
    .example =
        Avant : ##
        Après : ## Le contrat

heading-skipped-level = ce titre passe du niveau { $from } au niveau { $to }
    .help = retirez des `#` pour ne descendre que d’un niveau à la fois
    .means = Les niveaux de titres forment le plan de la page. Un niveau sauté fait croire qu’il manque une partie.
    .fix = Descendez d’un seul niveau à la fois. La taille à l’écran se règle dans le thème, pas par le niveau.
    .example =
        Avant : ## Le contrat, puis #### La durée
        Après : ## Le contrat, puis ### La durée

heading-bold-paragraph = cette ligne en gras ressemble à un titre
    .help = si c’est un titre, écrivez-le avec des `#`
    .means = Un texte en gras n’est pas un titre : il n’est ni dans le sommaire, ni dans le plan que suit un lecteur d’écran.
    .fix = Remplacez le gras par un titre du bon niveau, ou écrivez une phrase.
    .example =
        Avant : **Les pièces à fournir**
        Après : ### Les pièces à fournir

heading-very-long = ce titre est très long
    .help = gardez l’essentiel, et mettez le reste dans le texte
    .means = Un long titre remplit le menu et le sommaire, et se lit mal sur un téléphone.
    .fix = Gardez quelques mots. Un champ `nav_title` donne aussi un titre court pour le menu.
    .example =
        Avant : ## Ce qu’il faut absolument vérifier avant d’envoyer la convention signée
        Après : ## Avant d’envoyer la convention

heading-no-blank = ce titre n’en est pas un : il manque une espace ordinaire après `#`
    .help = écrivez `## `, puis le titre
    .help-instead = écrivez `{ $instead }`
    .means = Entre les `#` et le titre, il faut une espace ordinaire. Sinon les lecteurs verraient les `#`, et le titre manquerait au sommaire et aux liens.
    .fix = Mettez une espace après le dernier `#`. Un traitement de texte y met parfois une espace insécable, qui ne se voit pas.
    .example =
        Avant : ##Avant le premier jour
        Après : ## Avant le premier jour

## Écritures d’autres générateurs de sites

dialect-withheld = { $sense ->
    [search] ailleurs, `{ $written }` soustrait cette page aux moteurs de recherche ; Jalon ne lit pas ce champ
    [hidden] ailleurs, `{ $written }` cache cette page aux lecteurs ; Jalon ne lit pas ce champ et la montrerait
    [password] ailleurs, un mot de passe protège cette page ; Jalon ne lit pas ce champ et la montrerait à tous
    [later] ailleurs, `{ $written }` retient cette page jusqu’à ce jour ; Jalon ne lit pas ce champ et la publierait
    [ended] ailleurs, `{ $written }` a retiré cette page ; Jalon ne lit pas ce champ et la publierait
    [draft] ailleurs, `{ $written }` retient cette page ; Jalon ne lit pas ce champ et la publierait
   *[other] ailleurs, `{ $written }` peut retenir cette page ; Jalon ne lit pas ce champ et la publierait
}
    .help = écrivez `draft: true` si la page ne doit pas paraître ; sinon, retirez cette ligne
    .help-ours = dans Jalon, `{ $written }` s’écrit `{ $ours }`
    .help-hidden = écrivez `draft: true` pour ne pas la publier, ou `search: false` pour que la recherche l’ignore (le menu la montre) ; puis retirez cette ligne
    .help-password = un site statique n’a pas de mot de passe : écrivez `draft: true`, ou retirez cette ligne si tous peuvent la lire
    .help-later = écrivez `draft: true` jusqu’à ce jour ; pour la publier dès maintenant, retirez cette ligne
    .means = Un autre générateur de sites ne montrerait pas cette page. Jalon a d’autres mots pour cela ; sans eux, la page serait publique.
    .fix = Écrivez `draft: true` si la page ne doit pas être publiée. Si elle doit l’être, retirez la ligne.
    .example =
        Avant : published: false
        Après : draft: true
heading-underlined-sentence = la ligne `{ $text }` fait de ce texte un titre
    .label = ressemble à une phrase
    .help = laissez une ligne vide au-dessus de `{ $text }` ; pour un titre, écrivez `##` devant le texte
    .means = Une ligne de tirets ou de signes « égal » collée sous un texte fait un titre de ce texte, jusque dans le sommaire de la page.
    .fix = Laissez une ligne vide avant la ligne de tirets. Un vrai titre s’écrit avec `##` et sans point.
    .example =
        Avant : Contactez la mairie avant le 3.
                ---
        Après : Contactez la mairie avant le 3.

                ---

dialect-conflict-markers = deux versions de ce passage n’ont pas été réunies
    .help = gardez-en une, puis supprimez les lignes `<<<<<<<`, `=======` et `>>>>>>>`
    .means = Deux personnes ont modifié le même passage, et le logiciel qui réunit les versions a laissé les deux, entre des lignes de signes. Les lecteurs verraient ces signes et les deux textes.
    .fix = Lisez les deux versions, gardez la bonne ou écrivez-en une troisième, puis supprimez les lignes de signes.
    .example =
        Avant : <<<<<<< HEAD / Ouvert à 9 h. / ======= / Ouvert à 10 h. / >>>>>>> autre
        Après : Ouvert à 10 h.

dialect-callout = « { $mark } » vient d’un autre logiciel : les lecteurs verraient ces signes, et pas d’encadré
    .help = écrivez une citation qui commence par `> [!NOTE]`, `> [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]` ou `> [!CAUTION]`
    .help-instead = dans Jalon : `{ $instead }`, et `> ` devant chaque ligne du texte
    .help-folded = dans Jalon : `<details><summary>Titre</summary>`, une ligne vide, le texte, puis `</details>`
    .means = D’autres logiciels font des encadrés avec des signes que Jalon ne lit pas. Ces signes s’afficheraient tels quels, et le texte ne serait pas encadré.
    .fix = Écrivez l’encadré comme une citation dont la première ligne dit sa sorte : NOTE, TIP, IMPORTANT, WARNING ou CAUTION.
    .example =
        Avant : ::: tip / Pensez à votre badge. / :::
        Après : > [!TIP] / > Pensez à votre badge.

dialect-tabs = « { $mark } » fait des onglets dans un autre logiciel : les lecteurs verraient ces signes
    .help = donnez un titre à chaque cas, ou écrivez chacun dans `<details name="cas">`
    .means = Jalon ne lit pas ces signes, qui s’afficheraient tels quels. Des blocs `<details>` qui se suivent et portent le même nom font des onglets, tous ouverts sur papier.
    .fix = Écrivez un bloc `<details name="…">` avec son `<summary>` pour chaque cas, ou un titre avec son texte en dessous.
    .example =
        Avant : === "Windows" / === "Mac"
        Après : ### Windows / ### Mac

dialect-include = « { $mark } » montrerait un autre fichier ; ici, les lecteurs verraient ces signes
    .help = recopiez le texte de ce fichier, ou faites un lien vers sa page
    .means = D’autres logiciels recopient un fichier à l’endroit de ce signe. Jalon ne le fait pas : les lecteurs verraient le signe, et rien du fichier.
    .fix = Mettez ici le texte du fichier, ou un lien vers la page qui le contient. Ce qui revient souvent a sa place dans le registre.
    .example =
        Avant : --8<-- "horaires.md"
        Après : Voir [les horaires](horaires.md).

dialect-shortcode = « { $mark } » est une commande d’un autre logiciel : les lecteurs la verraient telle quelle
    .help = écrivez en Markdown ce qu’elle devait montrer
    .help-instead = dans Jalon : `{ $instead }`
    .means = GitBook, Hugo, Jekyll et d’autres remplacent ces commandes par une vidéo, un encadré, un bouton. Jalon les publie comme du texte.
    .fix = Retirez la commande et écrivez à sa place un lien, une image ou une phrase.
    .example =
        Avant : {"{"}% embed url="https://exemple.fr/" %{"}"}
        Après : <https://exemple.fr/>

dialect-template = « { $mark } » serait remplacé par un autre logiciel ; ici, les lecteurs le verraient tel quel
    .help = écrivez le texte lui-même ; pour parler de ces signes, entourez-les d’accents graves
    .means = Entre deux accolades, d’autres logiciels mettent la valeur d’un champ. Jalon n’a pas de champs dans le texte : ce qui change souvent est dans le registre.
    .fix = Écrivez la valeur, ou un renvoi au registre comme `<contact:accueil>`.
    .example =
        Avant : Écrivez à {"{"}{"{"} site.email {"}"}{"}"}.
        Après : Écrivez à <contact:accueil>.

dialect-directive = « { $mark } » est une commande d’un autre logiciel : les lecteurs la verraient telle quelle
    .help = écrivez en Markdown ce qu’elle devait montrer
    .means = Sphinx, MyST, pandoc et d’autres donnent ainsi une mise en forme à un passage ou à des mots. Jalon publie ces signes comme du texte.
    .fix = Retirez les signes ; gardez le texte, avec un titre, un lien ou du gras s’il le faut.
    .example =
        Avant : :ref:`horaires`
        Après : [les horaires](horaires.md)

dialect-script = cette ligne est du code d’un autre logiciel : les lecteurs la verraient telle quelle
    .help = retirez-la : `{ $mark }`
    .means = Les pages MDX de Docusaurus et d’autres commencent par des lignes de programme. Jalon ne les exécute pas et les publierait comme du texte.
    .fix = Retirez la ligne, et écrivez en Markdown ce qu’elle permettait d’afficher.
    .example =
        Avant : import Tabs from '@theme/Tabs'
        Après : rien

dialect-attributes = « { $mark } » règle une mise en forme dans un autre logiciel : les lecteurs verraient ces signes
    .help = retirez-le ; seuls les titres peuvent avoir un nom, comme `## Titre {"{"}#nom{"}"}`
    .means = D’autres logiciels donnent ainsi une classe, une taille ou un nom à un passage. Dans Jalon, la mise en forme est l’affaire du thème.
    .fix = Retirez les accolades et ce qu’elles contiennent.
    .example =
        Avant : [Télécharger](plan.pdf){"{"}.bouton{"}"}
        Après : [Télécharger](plan.pdf)

dialect-wiki-link = « { $mark } » est un lien dans un autre logiciel ; ici, les lecteurs verraient les crochets
    .help = écrivez le texte entre crochets, puis le fichier entre parenthèses
    .help-instead = dans Jalon : `{ $instead }`, avec le nom du fichier entre parenthèses
    .means = Obsidian et les wikis font un lien de deux crochets. Pour Jalon, c’est du texte : personne ne pourrait cliquer dessus.
    .fix = Écrivez le texte du lien entre crochets et le fichier de la page, ou de l’image, entre parenthèses.
    .example =
        Avant : Voir [[horaires|les horaires]].
        Après : Voir [les horaires](horaires.md).

dialect-emoji-name = « { $mark } » est le nom d’un signe : les lecteurs verraient ce nom, et pas le signe
    .help = écrivez le signe lui-même
    .help-instead = écrivez le signe lui-même : { $instead }
    .means = Beaucoup de logiciels remplacent un nom entre deux-points par un emoji. Jalon ne le fait pas.
    .fix = Copiez le signe dans le texte, ou passez-vous-en.
    .example =
        Avant : :warning: Fermé en août
        Après : ⚠️ Fermé en août

dialect-math = « { $mark } » est une formule pour un autre logiciel ; ici, les lecteurs verraient ces signes
    .help = écrivez la formule en toutes lettres ou avec les signes × ÷ ² ³ ; pour du code, mettez-la entre accents graves
    .means = Jalon ne met pas les formules en forme. Les dollars et les commandes s’afficheraient tels quels.
    .fix = Écrivez la formule avec des signes ordinaires, ou montrez-la dans une image avec un texte de remplacement.
    .example =
        Avant : $x^2 + 1$
        Après : x² + 1

dialect-diagram = « { $mark } » serait un dessin dans un autre logiciel ; ici, les lecteurs verraient son code
    .help = mettez à la place une image du dessin, avec un texte de remplacement
    .means = Jalon ne fait pas de dessins à partir de code : ce bloc s’affiche comme du code, que peu de lecteurs comprennent.
    .fix = Exportez le dessin en SVG ou en PNG, et montrez l’image avec un texte qui dit la même chose.
    .example =
        Avant : ```mermaid
        Après : ![Les trois étapes : demander, signer, envoyer](etapes.svg)

dialect-toc = « { $mark } » serait un sommaire dans un autre logiciel ; ici, les lecteurs verraient ces signes
    .help = retirez-le : chaque page a déjà son sommaire
    .means = Jalon fait lui-même le sommaire de chaque page à partir de ses titres.
    .fix = Retirez la ligne.
    .example =
        Avant : [TOC]
        Après : rien

dialect-abbreviation = « { $mark } » explique un sigle dans un autre logiciel ; ici, les lecteurs verraient cette ligne
    .help = mettez le sigle et sa signification dans `registry/terms.yaml`, et retirez la ligne
    .means = Dans Jalon, les sigles sont expliqués une fois pour tout le guide, dans le registre ; les pages y renvoient d’elles-mêmes.
    .fix = Ajoutez le terme à `guide/registry/terms.yaml` et retirez la ligne de la page.
    .example =
        Avant : *[CNFPT]: Centre national de la fonction publique territoriale
        Après, dans registry/terms.yaml : cnfpt: (name: CNFPT, expansion: Centre national de la fonction publique territoriale)

dialect-inline-mark = « { $mark } » met des mots en forme dans un autre logiciel ; ici, les lecteurs verraient ces signes
    .help = retirez les signes, ou écrivez les mots en gras avec `**`
    .help-instead = dans Jalon : `{ $instead }`
    .means = Surligner, souligner, mettre en exposant ou suivre des modifications s’écrit ailleurs avec des signes que Jalon ne lit pas.
    .fix = Écrivez `<mark>`, `<sup>` ou `<sub>` autour des mots, ou retirez les signes.
    .example =
        Avant : Le dépôt est ==obligatoire==.
        Après : Le dépôt est <mark>obligatoire</mark>.

dialect-code-option = « { $mark } » est une option d’un autre logiciel : elle n’a pas d’effet ici
    .help = retirez-la
    .help-instead = dans Jalon : `{ $instead }`
    .means = D’autres logiciels mettent des lignes de code en valeur ou nomment un fichier par des options à eux. Jalon ne les lit pas.
    .fix = Écrivez les lignes entre accolades, et le nom du fichier dans `title="…"`.
    .example =
        Avant : python hl_lines="2 3"
        Après : python {"{"}2,3{"}"}

dialect-comment = « { $mark } » est caché dans un autre logiciel ; ici, les lecteurs le liraient
    .help = entourez-le de `<!--` et `-->`, ou retirez-le
    .help-instead = dans Jalon : `{ $instead }`
    .means = Ces signes cachent un commentaire dans un autre logiciel. Jalon ne les lit pas : ce qui n’était pas pour les lecteurs serait publié.
    .fix = Mettez le commentaire entre `<!--` et `-->`, ou retirez-le.
    .example =
        Avant : %% à revoir avec le service %%
        Après : <!-- à revoir avec le service -->

## Listes

list-not-a-list = ces lignes ne font pas une liste : elles s’afficheraient à la suite, dans un seul paragraphe
    .help = commencez chaque ligne par un tiret et une espace
    .help-instead = écrivez `{ $instead }`
    .means = Une liste s’écrit avec `- ` ou `1. ` au début de chaque ligne. Les puces d’un traitement de texte, ou un tiret sans espace, n’en font pas une.
    .fix = Remplacez le signe au début de chaque ligne par un tiret et une espace, ou mettez une espace après le numéro.
    .example =
        Avant : • Lire / • Signer
        Après : - Lire / - Signer

## Tâches

task-bad-box = cette case à cocher n’en est pas une : les lecteurs verraient ces signes, et la tâche manquerait aux listes
    .help = écrivez un tiret, une espace, `[ ]`, une espace, puis le texte
    .help-instead = écrivez `{ $instead }`
    .means = Une case s’écrit `- [ ] ` : un tiret, une espace, deux crochets avec une espace entre eux, une espace. Autrement, la ligne reste du texte, et la tâche n’est ni sur la page de son rôle ni dans les PDF.
    .fix = Remettez les espaces à leur place. Un traitement de texte met parfois d’autres tirets, d’autres cases ou des espaces insécables.
    .example =
        Avant : -[ ] Signer la convention
        Après : - [ ] Signer la convention

task-unknown-role = le rôle `{ $id }` n’existe pas : ses tâches ne seraient à personne
    .help = ajoutez `{ $id }` à `guide/registry/roles.yaml`, ou citez un rôle qui y est
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Des tâches sont confiées à un rôle qui n’a pas de fiche. Elles ne seraient sur la page d’aucun rôle, et personne ne saurait qu’elles l’attendent.
    .fix = Corrigez l’identifiant, ou ajoutez le rôle à `guide/registry/roles.yaml`.
    .example =
        Avant : <role:hr>
        Après : <role:rh>

task-empty = cette tâche est vide
    .help = écrivez ce qu’il faut faire, ou supprimez la ligne
    .means = Une case sans texte ne dit pas ce qu’on coche, et un lecteur d’écran n’a rien à annoncer.
    .fix = Écrivez la tâche, ou retirez la ligne.
    .example =
        Avant : - [ ]
        Après : - [ ] La convention est signée.

task-no-role = cette liste ne dit pas à qui sont { $count ->
        [one] { $count } tâche
       *[other] { $count } tâches
    } sur { $total }
    .help = nommez le rôle sous le titre de la liste, par exemple `<role:rh>`, ou dans l’en-tête avec `roles:`
    .means = Une tâche sans rôle n’est sur la page d’aucun rôle ni dans le tableau « qui fait quoi ». Chacun peut croire qu’un autre s’en charge.
    .fix = Écrivez `<role:…>` seul sur une ligne sous le titre, dans la tâche, ou `roles:` dans l’en-tête de la page. Pour des critères à vérifier, qui ne sont à personne, écrivez `checklist: {"{"}mode: do-confirm{"}"}` dans l’en-tête.
    .example =
        Avant : ## La candidature
        Après : ## La candidature, puis <role:rh> seul sur la ligne suivante

task-too-many = cette liste a { $count } tâches ; au-delà de { $limit }, on s’y perd
    .help = coupez la liste en deux avec un titre à partir d’ici
    .means = Une liste courte se lit d’un coup d’œil et tient sur une feuille. Dans une longue liste, on saute une ligne sans le voir.
    .fix = Regroupez les tâches qui vont ensemble, chaque groupe sous son titre.
    .example =
        Avant : ## Préparer l’arrivée, suivi de 12 tâches
        Après : ## Avant l’arrivée, suivi de 7 tâches, et ## Le premier jour, suivi de 5 tâches

task-too-long = cette tâche a { $count } mots ; visez { $limit } au plus
    .help = gardez l’action, et mettez l’explication dessous, en retrait
    .means = Une tâche se lit debout, entre deux appels. Longue, elle cache ce qu’il faut faire.
    .fix = Une tâche, une action, un verbe. Le texte placé sous la tâche, en retrait, en est l’aide.
    .example =
        Avant : - [ ] Vérifier que la convention est signée, sachant que la signature électronique…
        Après : - [ ] Vérifier que la convention est signée.

task-no-branch = cette question ne dit pas quoi faire si la réponse est non
    .help = ajoutez dessous, en retrait, une case qui commence par « Si non », ou faites de la question une affirmation
    .means = Une case se coche quand c’est fait. Quand la réponse à une question est non, le lecteur reste sans rien à faire.
    .fix = Écrivez dessous « Si oui, … » et « Si non, … », ou affirmez : « La convention est signée ».
    .example =
        Avant : - [ ] La convention est-elle signée ?
        Après : - [ ] La convention est signée.

## Images

image-no-alt = cette image n’a pas de texte de remplacement
    .help = décrivez entre les crochets ce que l’image apporte
    .means = Une personne qui ne voit pas l’image entend ce texte à sa place. Sans lui, l’information est perdue pour elle.
    .fix = Écrivez en une phrase ce que l’image dit au lecteur.
    .example =
        Avant : ![](plan.png)
        Après : ![Plan d’accès : l’entrée est côté cour](plan.png)

image-alt-is-file-name = le texte de remplacement de cette image n’est que le nom du fichier
    .help = décrivez ce que l’image apporte au lecteur
    .means = Une personne qui ne voit pas l’image entend ce texte. « IMG_2041.png » ne lui apprend rien.
    .fix = Écrivez en une phrase ce que l’image dit au lecteur.
    .example =
        Avant : ![IMG_2041.png](IMG_2041.png)
        Après : ![Le bouton « Valider », en bas de l’écran](IMG_2041.png)

image-heavy = l’image `{ $target }` pèse { COUNT($size) } ko
    .help = réduisez ses dimensions, ou enregistrez-la en JPEG ou en WebP
    .means = Sur un téléphone ou une connexion lente, une image lourde fait attendre et coûte cher.
    .fix = Réduisez l’image à la largeur utile (1 600 points suffisent), puis enregistrez-la de nouveau.
    .example =
        Avant : photo.png, 8 Mo
        Après : photo.jpg, 200 ko

image-remote = cette image est sur un autre site
    .help = copiez l’image dans le guide et écrivez son chemin
    .means = Le site d’où vient l’image saurait qui lit le guide, et l’image disparaîtrait avec lui. Un guide ne demande rien à d’autres sites.
    .fix = Enregistrez l’image dans le dossier du guide, si vous en avez le droit, et écrivez son chemin à partir de cette page.
    .example =
        Avant : ![Plan d’accès](https://exemple.fr/plan.png)
        Après : ![Plan d’accès](plan.png)

image-unreadable = le fichier `{ $target }` n’est pas une image que l’on puisse lire
    .label = image illisible
    .help = ouvrez-la dans un logiciel d’images et enregistrez-la de nouveau
    .means = La fin du nom du fichier annonce une image, mais son contenu n’en est pas une : le fichier est vide, coupé, ou d’un autre format. Les lecteurs verraient un cadre vide.
    .fix = Ouvrez l’image dans un logiciel d’images, puis enregistrez-la en PNG, JPEG ou WebP sous le même nom.
    .example =
        Avant : plan.png, 0 octet
        Après : plan.png, 40 ko

## Tableaux

table-no-header = ce tableau n’a pas d’en-têtes de colonnes
    .label = ligne vide
    .help = écrivez dans la première ligne ce que contient chaque colonne
    .means = La première ligne d’un tableau dit ce que contient chaque colonne. Une personne qui écoute la page entend ces mots devant chaque case ; sans eux, les cases ne disent plus de quoi elles parlent.
    .fix = Remplissez la première ligne, ou faites de ce tableau une liste si ses colonnes n’ont pas de nom.
    .example =
        Avant : | | |
        Après : | Étape | Délai |

table-empty-header = l’en-tête de cette colonne est vide
    .label = case vide
    .help = écrivez en un mot ce que contient la colonne
    .means = Une personne qui écoute la page entend l’en-tête de la colonne devant chaque case ; ici elle n’entend rien.
    .fix = Écrivez l’en-tête, même s’il paraît évident à l’œil.
    .example =
        Avant : | | Délai |
        Après : | Étape | Délai |

table-too-many-cells = cette ligne a { $size } cases, l’en-tête { $limit }
    .label = première case de trop
    .help = ajoutez une colonne à l’en-tête et à la ligne de tirets, ou réunissez deux cases ; une barre qui fait partie du texte s’écrit `\|`
    .help-code = dans un tableau, une barre sépare les cases, même entre accents graves : écrivez `\|`
    .means = Un tableau a autant de colonnes que sa première ligne. Les cases en trop ne sont pas montrées, et personne ne voit ce qu’elles disent.
    .fix = Donnez un nom à la colonne qui manque, dans l’en-tête et dans la ligne de tirets, ou supprimez la barre en trop.
    .example =
        Avant : | Accueil | poste 12 | fermé le mercredi |
        Après : | Accueil | poste 12, fermé le mercredi |

table-wrong-dashes = cette ligne de tirets a { $size ->
        [one] 1 colonne
       *[other] { $size } colonnes
    }, l’en-tête { $limit }
    .label = ce n’est donc pas un tableau
    .help = écrivez `{ $text }`
    .means = Sous l’en-tête d’un tableau, la ligne de tirets a une colonne pour chaque nom. Sinon tout le tableau est montré comme du texte, avec ses barres.
    .fix = Donnez à la ligne de tirets autant de colonnes qu’à l’en-tête.
    .example =
        Avant : | Service | Téléphone |
                |--|
        Après : | Service | Téléphone |
                |---|---|

table-no-dashes = il manque la ligne de tirets d’un tableau
    .label = ce texte n’est pas un tableau
    .help = écrivez sous cette ligne, si c’est l’en-tête : `{ $text }`
    .help-header = écrivez l’en-tête au-dessus de la ligne de tirets
    .means = Un tableau commence par son en-tête, puis une ligne de tirets avec une colonne pour chaque nom. Sans l’une des deux, tout est montré comme du texte, avec ses barres.
    .fix = Écrivez les deux premières lignes du tableau : les noms des colonnes, puis les tirets.
    .example =
        Avant : | Accueil | poste 12 |
                | Paie | poste 14 |
        Après : | Service | Téléphone |
                |---|---|
                | Accueil | poste 12 |
                | Paie | poste 14 |

## Notes de bas de page

footnote-duplicate = la note « { $name } » est écrite deux fois
    .label = deuxième fois
    .help = donnez un autre nom à cette note, ou réunissez les deux
    .means = Le renvoi ne peut mener qu’à une note.
    .fix = Donnez à chaque note un nom à elle, dans le renvoi et devant son texte.
    .example =
        Avant : [^1]: Sauf en août.
                {"["}^1]: Sauf en juillet.
        Après : [^1]: Sauf en août.
                {"["}^2]: Sauf en juillet.

footnote-undefined = la note « { $name } » n’existe pas
    .label = renvoi sans note
    .help = écrivez la note, seule sur sa ligne : `[^{ $name }]: …`, ou corrigez le nom
    .means = Les lecteurs voient les crochets du renvoi, et n’ont pas la note.
    .fix = Écrivez le texte de la note, ou donnez au renvoi le nom de celle qui existe.
    .example =
        Avant : Le délai est de deux mois[^2].
        Après : Le délai est de deux mois[^2].

                {"["}^2]: Sauf en août.

footnote-unused = aucun renvoi ne mène à la note « { $name } »
    .label = ce texte ne sera pas montré
    .help = écrivez `[^{ $name }]` dans le texte, là où la note est utile, ou supprimez-la
    .means = Une note est montrée parce qu’un renvoi y mène. Sans renvoi, son texte disparaît.
    .fix = Ajoutez le renvoi, ou supprimez la note. Un titre de page ne peut pas porter de renvoi.
    .example =
        Avant : Le délai est de deux mois.

                {"["}^1]: Sauf en août.
        Après : Le délai est de deux mois[^1].

                {"["}^1]: Sauf en août.

footnote-empty = la note « { $name } » n’a pas de texte
    .label = rien derrière les deux-points
    .help = écrivez le texte de la note sur la même ligne : `[^{ $name }]: …`
    .means = Les lecteurs voient une note vide. Un texte écrit sous le nom de la note, au début de la ligne, n’en fait pas partie : il est montré ailleurs dans la page.
    .fix = Écrivez le texte derrière les deux-points, ou supprimez la note et son renvoi.
    .example =
        Avant : [^1]:
                Sauf en août.
        Après : [^1]: Sauf en août.

footnote-blank-before-colon = un espace sépare le nom de la note et les deux-points
    .label = ceci n’est donc pas une note
    .help = écrivez `[^{ $name }]:`
    .means = Markdown ne reconnaît une note que si les deux-points suivent le crochet sans espace. Sinon le renvoi et la note sont montrés tels quels.
    .fix = Supprimez l’espace ; `jalon check --fix` le fait.
    .example =
        Avant : [^1] : Sauf en août.
        Après : [^1]: Sauf en août.

## Signes de Markdown

markdown-shallow-indent = ceci n’est pas assez en retrait pour la ligne au-dessus
    .label = ne dépend pas de l’étape au-dessus
    .help = mettez { $size ->
        [1] un espace
        [2] deux espaces
        [3] trois espaces
        [4] quatre espaces
       *[other] { $size } espaces
    } devant, pour le placer sous l’étape { $number }
    .help-bullet = mettez { $size ->
        [1] un espace
        [2] deux espaces
        [3] trois espaces
        [4] quatre espaces
       *[other] { $size } espaces
    } devant, pour le placer sous le point au-dessus
    .means = Ce qui dépend d’un point de liste commence au moins sous le premier mot de ce point : après « 1. » il faut trois espaces, après « 10. » quatre, après un tiret deux. Avec moins, Markdown termine la liste, et les branches quittent leur question.
    .fix = Ajoutez les espaces devant chaque ligne ; `jalon check --fix` le fait.
    .example =
        Avant : 1. [ ] Le contrat est-il signé ?
                  - [ ] Si oui, envoyer une copie.
        Après : 1. [ ] Le contrat est-il signé ?
                   - [ ] Si oui, envoyer une copie.

markdown-code-lines = « { $mark } » ne désigne pas des lignes de ce code : rien n’est mis en valeur
    .help = écrivez les numéros des lignes entre accolades, dans l’ordre : `{"{"}2,4-6{"}"}`
    .help-count = ce code a { $count ->
        [one] une ligne
       *[other] { $count } lignes
    }
    .help-instead = écrivez `{ $instead }`
    .means = Derrière le langage d’un bloc de code, des numéros entre accolades mettent des lignes en valeur. Ceux-ci ne se lisent pas, ou dépassent la dernière ligne.
    .fix = Corrigez les numéros, ou retirez-les.
    .example =
        Avant : rust {"{"}6-4{"}"}
        Après : rust {"{"}4-6{"}"}

markdown-code-title = le nom de fichier « { $mark } » ne se lit pas : il ne sera pas montré
    .help = écrivez-le une fois, entre guillemets droits : `title="src/main.rs"`
    .help-instead = écrivez `{ $instead }`
    .means = Derrière le langage d’un bloc de code, `title="…"` donne le nom du fichier, affiché au-dessus du code.
    .fix = Mettez le nom entre guillemets droits, ou retirez-le.
    .example =
        Avant : rust title=src/main.rs
        Après : rust title="src/main.rs"

markdown-stray-emphasis = ces signes seront montrés : `{ $mark }`
    .label = ne met rien en valeur
    .help = mettez un espace après le second `{ $mark }` : { $text }
    .help-before = mettez un espace avant le premier `{ $mark }` : { $text }
    .help-blanks = écrivez sans espace entre `{ $mark }` et le mot : { $text }
    .help-underscores = à l’intérieur d’un mot, employez des astérisques : { $text }
    .help-not-closed = ajoutez `{ $mark }` après le dernier mot à mettre en valeur, ou `\` devant chaque signe qui doit rester
    .help-around = mettez un espace avant le premier `{ $mark }` et après le second : { $text }
    .help-apostrophe = mettez le premier `{ $mark }` derrière l’apostrophe : { $text }
    .help-not-opened = ajoutez `{ $mark }` devant le premier mot à mettre en valeur, ou `\` devant chaque signe qui doit rester
    .means = Un mot est mis en valeur si les signes le touchent des deux côtés, et si un espace ou une ponctuation les suit. Sinon les lecteurs voient les signes.
    .fix = Déplacez ou ajoutez l’espace comme il est indiqué. Un signe qui doit rester s’écrit avec une barre oblique inversée : `\*`.
    .example =
        Avant : **Attention :**ne pas signer.
        Après : **Attention :** ne pas signer.

## Termes

term-spelling = « { $text } » s’écrit « { $prefer } » dans ce guide
    .label = écrivez « { $prefer } »
    .help = remplacez-le par « { $prefer } »
    .means = La fiche de ce terme dit avec `prefer` comment l’écrire. Quand une chose a deux noms, le lecteur croit qu’il y a deux choses, et la recherche en trouve moins.
    .fix = Écrivez le nom que la fiche préfère, ou changez `prefer` dans `guide/registry/terms.yaml`.
    .example =
        Avant : Envoyez un mail. (`name: mail`, `prefer: courriel`)
        Après : Envoyez un courriel.

term-unexplained = le sigle « { $text } » n’est expliqué nulle part
    .label = { $pages ->
        [one] sur une seule page
       *[other] sur { COUNT($pages) } pages
    }
    .help = écrivez-le une fois en toutes lettres, ou ajoutez-le à `registry/terms.yaml`
    .means = Une personne qui découvre le sujet ne sait pas ce que veut dire ce sigle, et le guide ne le lui dit sur aucune page. Le sigle est montré à sa première place dans le guide.
    .fix = Écrivez le nom entier à côté du sigle, ou ajoutez une fiche dans `guide/registry/terms.yaml` : le sigle est alors expliqué sur toutes les pages. S’il est connu de tous vos lecteurs, ajoutez-le à `check: {"{"}acronyms: [DGE]{"}"}` dans `guide/jalon.yaml`.
    .example =
        Avant : Écrivez à la DGE.
        Après : Écrivez à la direction générale des entreprises (DGE).

## HTML

html-forbidden = ce HTML n’est pas accepté : { $text }
    .help = écrivez-le en Markdown, ou retirez-le
    .means = Seuls quelques éléments HTML simples sont acceptés dans les pages. Le reste est montré comme du texte, pour que le site reste sûr et accessible.
    .fix = Employez le Markdown. Les éléments acceptés sont `br`, `kbd`, `sub`, `sup`, `abbr`, `mark`, `details` et `summary`.
    .example =
        Avant : <b>Important</b>
        Après : **Important**

html-bad-comment = ce commentaire n’est pas écrit comme il faut
    .help = écrivez-le seul sur sa ligne, entre `<!--` et `-->`
    .means = Un commentaire mal fermé ou mal placé peut faire disparaître le texte qui le suit, ou ne pas être compris comme une consigne.
    .fix = Ouvrez par `<!--`, fermez par `-->`, sans deux tirets à l’intérieur.
    .example =
        Avant : <!- à revoir ->
        Après : <!-- à revoir -->

## Exceptions

waiver-unknown-code = aucun diagnostic ne s’appelle `{ $code }`
    .help = copiez le nom tel que Jalon l’écrit entre crochets ; `jalon explain` donne la liste
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Une ligne `<!-- allow … -->` accorde une exception à un diagnostic, par son nom. Celui-ci n’existe pas, donc la ligne n’a aucun effet.
    .fix = Corrigez le nom, ou retirez la ligne.
    .example =
        Avant : <!-- allow link/unclear: texte imposé -->
        Après : <!-- allow link/unclear-text: texte imposé -->

waiver-renamed-code = `{ $former }` s’appelle maintenant `{ $code }`
    .help = écrivez `{ $code }`, ou laissez faire `jalon check --fix`
    .means = Cette exception désigne un diagnostic par un nom qu’il portait dans une version plus ancienne de Jalon. Elle agit toujours, et ne fait pas échouer `--strict`.
    .fix = Écrivez le nouveau nom à la place de l’ancien, ou lancez `jalon check --fix`.
    .example =
        Avant : <!-- allow front/bidi-control: une citation en arabe -->
        Après : <!-- allow file/bidi-control: une citation en arabe -->

waiver-error-silenced = `{ $code }` est une erreur ; elle ne reçoit pas d’exception
    .help = corrigez l’erreur, puis retirez cette ligne
    .means = Une erreur signale que le guide dirait quelque chose de faux : un lien vers rien, une date impossible. Seuls les avertissements reçoivent des exceptions.
    .fix = Retirez la ligne `<!-- allow … -->` et corrigez ce que l’erreur signale.
    .example =
        Avant : <!-- allow link/missing-page: bientôt -->
        Après : la ligne est retirée et le lien corrigé

waiver-no-reason = cette exception ne dit pas pourquoi
    .help = ajoutez deux-points et la raison, par exemple `: texte imposé par la loi`
    .means = Sans raison, personne ne saura dans un an si l’exception vaut encore.
    .fix = Écrivez la raison en quelques mots après deux-points.
    .example =
        Avant : <!-- allow link/unclear-text -->
        Après : <!-- allow link/unclear-text: texte imposé par la loi -->

waiver-unused = cette exception ne sert plus : il n’y a pas de `{ $code }` ici
    .help = retirez la ligne
    .means = Ce que l’exception permettait n’est plus dans la page. Gardée, elle cacherait un jour un vrai problème.
    .fix = Retirez la ligne `<!-- allow … -->`.
    .example =
        Avant : <!-- allow image/heavy: plan détaillé --> devant une image légère
        Après : l’image, sans la ligne

## Adresses d’autres sites
# $url : l’adresse du guide ; $others : à combien d’autres endroits elle se trouve ; $status : le code reçu

external-elsewhere = { $others ->
    [0] {""}
    [one] {" "}(citée aussi à un autre endroit)
   *[other] {" "}(citée aussi à { $others } autres endroits)
}
external-gone = cette page n’existe plus sur son site depuis le { $since } : { $url }{ external-elsewhere }
    .label = le site répond { $status } depuis { $runs } contrôles
    .help = cherchez la nouvelle adresse de la page, ou retirez le lien
    .means = Le site répond que cette page n’existe pas. Il l’a répondu au moins trois fois, pendant une semaine ou plus : ce n’est pas une panne.
    .fix = Ouvrez le site, cherchez la page par son titre et copiez sa nouvelle adresse. Si elle a disparu, retirez le lien et dites autrement ce qu’il apportait.
    .example =
        Avant : [Guide du tuteur](https://exemple.fr/2019/tuteur)
        Après : [Guide du tuteur](https://exemple.fr/guides/tuteur)

external-failing = cette page n’existe pas sur son site : { $url }{ external-elsewhere }
    .label = le site répond { $status }
    .help = cherchez la nouvelle adresse de la page ; si elle manque encore après trois contrôles et une semaine, ce sera une erreur
    .means = Le site répond que cette page n’existe pas. C’est peut-être une panne : ce n’est une erreur qu’après une semaine et trois contrôles.
    .fix = Ouvrez le lien. Si la page n’est plus là, cherchez-la sur le site et copiez sa nouvelle adresse.
    .example =
        Avant : [Guide du tuteur](https://exemple.fr/2019/tuteur)
        Après : [Guide du tuteur](https://exemple.fr/guides/tuteur)

external-moved = cette page a changé d’adresse pour de bon : { $url }
    .help = écrivez `{ $to }`
    .help-home = le site renvoie à sa page d’accueil (`{ $to }`) : cherchez où est passée la page
    .means = Le site renvoie à une autre adresse et dit que c’est définitif. L’ancienne peut cesser de répondre un jour.
    .fix = Remplacez l’ancienne adresse par la nouvelle. Vérifiez d’abord que la page est bien celle que vous vouliez montrer.
    .example =
        Avant : [Inscription](http://exemple.fr/inscription)
        Après : [Inscription](https://www.exemple.fr/inscription)

external-blocked = { $why ->
    [wall] ce site ne laisse entrer que des personnes : { $url }
    [wait] ce site demande d’attendre avant d’être interrogé : { $url }
   *[status] ce site refuse de répondre au contrôle ({ $status }) : { $url }
}{ external-elsewhere }
    .help = ouvrez le lien vous-même pour savoir si la page est là
    .means = Le site répond aux personnes, pas aux programmes, ou demande de se connecter. On ne peut pas savoir si la page existe.
    .fix = Ouvrez le lien. S’il est bon, ajoutez l’adresse à `check: {"{"}external: {"{"}skip: […]{"}"}{"}"}` dans les réglages, ou écrivez une exception devant le lien.
    .example =
        Avant : [Annonce](https://reseau.exemple/annonce/12)
        Après : <!-- allow external/blocked: vérifié à la main --> devant le paragraphe

external-flaky = { $why ->
    [timeout] ce site n’a pas répondu à temps : { $url }
    [closed] ce site a coupé la connexion sans répondre : { $url }
    [garbage] la réponse de ce site est illisible : { $url }
    [circle] ce site renvoie d’une adresse à l’autre sans fin : { $url }
    [too-many] ce site renvoie trop souvent à une autre adresse : { $url }
    [no-target] ce site renvoie à une autre adresse sans dire laquelle : { $url }
   *[status] ce site est en panne ({ $status }) : { $url }
}{ external-elsewhere }
    .help = recommencez plus tard, puis ouvrez le lien vous-même
    .means = Le site a un problème qui peut être passager.
    .fix = Recommencez dans quelques heures. Si cela dure, prévenez le site ou citez une autre page.
    .example =
        Avant : [Calendrier](https://ancien.exemple.fr/calendrier)
        Après : [Calendrier](https://exemple.fr/calendrier)

external-unreachable = { $why ->
    [name] ce nom de site est introuvable : { $url }
    [expired] le certificat de ce site est périmé : { $url }
    [certificate] le certificat de ce site n’est pas accepté : { $url }
    [tls] la connexion chiffrée à ce site échoue : { $url }
    [too-long] cette adresse est trop longue pour être demandée : { $url }
    [silent] ce site ne répond pas à d’autres adresses ; celle-ci n’a pas été essayée : { $url }
   *[connect] aucune connexion à ce site n’est possible : { $url }
}{ external-elsewhere }
    .help = vérifiez l’adresse, puis votre propre connexion
    .means = Le site n’a pas pu être atteint. Un lecteur verrait un message d’erreur ou un avertissement de son navigateur.
    .fix = Ouvrez le lien. S’il ne s’ouvre pas, vérifiez le nom du site et cherchez son adresse actuelle.
    .example =
        Avant : [Aide](https://www.exmple.fr/aide)
        Après : [Aide](https://www.exemple.fr/aide)

external-refused = { $why ->
    [scheme] cette adresse renvoie à autre chose qu’une page web (`{ $to }`) : { $url }
   *[private] cette adresse mène à un réseau privé : { $url }
}{ external-elsewhere }
    .help = citez une adresse que tous les lecteurs peuvent ouvrir
    .means = L’adresse, ou celle à laquelle elle renvoie, n’est pas sur l’internet public. Le contrôle ne s’y connecte jamais.
    .fix = Donnez l’adresse publique de la page. S’il n’y en a pas parce que le guide est lu sur place, ajoutez l’adresse à `check: {"{"}external: {"{"}skip: […]{"}"}{"}"}` dans les réglages.
    .example =
        Avant : [Congés](http://192.168.1.20/conges)
        Après : [Congés](https://intranet.exemple.fr/conges)

# $host : le nom du site ; $day : le dernier jour du certificat
external-certificate-ends = le certificat de { $host } n’est valable que jusqu’au { $day }
    .help = si le site est à vous, renouvelez le certificat ; sinon, prévenez-le
    .means = Sans certificat valable, les navigateurs mettent en garde contre le site ou refusent de l’ouvrir.
    .fix = Le certificat se renouvelle sur le serveur du site, le plus souvent par un programme qui s’est arrêté.
    .example =
        Avant : certificat valable jusqu’au 30 novembre 2026
        Après : certificat valable jusqu’au 28 février 2027

## Fichiers publiés

output-duplicate-path = deux choses veulent le même fichier `{ $path }`
    .help = renommez l’un des deux fichiers du guide
    .means = Sur le site, un fichier ne peut avoir qu’un contenu. L’un des deux disparaîtrait.
    .fix = Renommez le fichier ou la page, ou donnez à la page un autre `slug`.
    .example =
        Avant : une page « aide.md » et un fichier « aide/index.html »
        Après : une page « aide.md » et un fichier « aide/modele.html »

output-too-large = le fichier produit `{ $path }` est trop gros : { BYTES($size) }, pour { BYTES($limit) } au plus
    .help = partagez la page en plusieurs pages
    .means = Une page de ce poids ne s’ouvrirait pas sur un téléphone.
    .fix = Partagez la page, ou retirez ce qui a été collé par erreur.
    .example =
        Avant : une page avec un tableau de 100 000 lignes
        Après : un tableau court, et le fichier complet à télécharger

output-page-weight = { $what ->
    [theme] le thème pèse à lui seul { COUNT($size) } ko, pour { COUNT($limit) } ko au plus par page
   *[page] cette page pèse { COUNT($size) } ko avec ses images, pour { COUNT($limit) } ko au plus
}
    .help = l’image `{ $target }` y compte pour { COUNT($part) } ko : réduisez les images de la page, ou partagez-la en plusieurs pages
    .help-text = partagez la page en plusieurs pages
    .help-theme = réduisez ce fichier du thème, ou retirez-le
    .help-limit = relevez `limits: {"{"}weight: …{"}"}` dans les réglages
    .means = Pour montrer une page, un téléphone charge son texte, ses images et le style du site. Avec une connexion lente, 1,5 Mo font attendre huit secondes. Une image trop lourde à elle seule est signalée par `image/heavy` ; ici, c’est la page entière qui est trop lourde.
    .fix = Réduisez les images à la largeur utile (1 600 points suffisent), gardez celles qui servent, ou partagez la page. `limits: {"{"}weight: 3 Mo{"}"}` dans les réglages relève la limite pour tout le guide.
    .example =
        Avant : une page de 12 captures d’écran de 300 ko
        Après : quatre pages de trois captures d’écran, une par étape

output-too-many-lists = { COUNT($count) } listes de pages ne sont pas publiées en PDF : il y en a plus de { COUNT($limit) }
    .help = relevez `pdf: {"{"}lists: …{"}"}` dans les réglages, si le temps de fabrication vous va
    .means = Chaque PDF prend une vingtaine de millisecondes. Dans un guide qui a beaucoup de listes, seules celles des rôles sont publiées en PDF ; toutes restent sur leurs pages, à cocher et à imprimer.
    .fix = Relevez la limite dans `guide/jalon.yaml`, ou gardez cet avertissement pour mémoire.
    .example =
        Avant : un guide de 350 listes
        Après :
        pdf:
          lists: 400

output-list-too-long = la liste « { $title } » n’est pas publiée en PDF : { COUNT($count) } { $what ->
    [letters] lettres de texte
   *[tasks] tâches
}, pour { COUNT($limit) } au plus
    .help = partagez-la, ou précisez à qui revient chaque tâche
    .means = Une liste aussi longue ferait des dizaines de feuilles que personne ne tiendrait à jour. Elle reste sur sa page ; la page d’un rôle dit alors dans quelles listes sont ses tâches.
    .fix = Partagez la liste en plusieurs pages, ou le rôle en plusieurs rôles.
    .example =
        Avant : 600 tâches pour `<role:equipe>`
        Après : 300 tâches pour `<role:accueil>` et 300 pour `<role:suivi>`

output-book-html = du HTML de cette page, un livre ne montre que le texte : { $elements }
    .help = écrivez-le en Markdown, ou gardez cet avertissement comme rappel de ce qui manque au livre
    .means = Un livre imprimé ou électronique n’a ni vidéo, ni cadre, ni formulaire, ni dessin dans la page. Le texte qui s’y trouve est gardé, à sa place.
    .fix = Dites dans le texte ce que les lecteurs du livre doivent savoir, ou faites un lien vers la page.
    .example =
        Avant : <video src="visite.mp4"></video>
        Après : [La visite en vidéo](https://video.example/visite)

output-pdf-letter = aucune police du PDF n’a ce signe : { $letter } ({ $number }, dans « { $place } »){ $more ->
    [0] { "" }
   *[other] , ni { COUNT($more) } autres de cette page
}
    .help = remplacez ce signe par des mots, ou ajoutez au thème une police qui l’a, dans `pdf/fonts/`
    .means = Aucune police du PDF n’a ce signe : c’est par exemple une lettre d’une autre écriture. « [?] » est imprimé à sa place, le reste est imprimé.
    .fix = Écrivez un mot à la place du signe.
    .example =
        Avant : - [ ] ⿕ Couper le courant
        Après : - [ ] **Urgent :** couper le courant

## Recherche dans le guide

search-wrong-type = pour « { $query } », une page ou une fiche est attendue
    .help = écrivez le chemin d’une page à partir de `guide/`, ou une fiche comme `contact:paie`
    .means = Ce fichier dit ce que la recherche doit trouver : à gauche les mots tapés, à droite la page ou la fiche.
    .fix = Écrivez un texte à droite des deux-points, ou une liste de textes.
    .example =
        Avant : contrat:
        Après : contrat: 1-recruter/3-contrat.md

search-unknown-target = `{ $target }`, attendu pour « { $query } », n’existe pas dans le guide
    .help = écrivez le chemin d’une page à partir de `guide/`, ou une fiche comme `contact:paie`
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = La page ou la fiche que cette question doit trouver a changé de nom, ou n’a jamais existé.
    .fix = Corrigez le nom. Après un `#`, c’est le nom d’un titre de la page.
    .example =
        Avant : contrat: 1-recruter/3-contart.md
        Après : contrat: 1-recruter/3-contrat.md

search-not-found = la recherche de « { $query } » ne donne pas cette page dans les trois premiers résultats
    .label = le premier résultat est « { $found } »
    .help = mettez ces mots dans un titre, dans les `aliases` d’une fiche ou dans les synonymes des réglages
    .means = Vous avez demandé que ces mots mènent à cette page. Les lecteurs qui les tapent trouvent autre chose.
    .fix = Employez les mots des lecteurs dans la page et dans ses titres, ou déclarez-les dans `search: synonyms`. `jalon search` montre les résultats.
    .example =
        Avant : ## Modalités contractuelles
        Après : ## Le contrat

search-own-name = la recherche de « { $name } » ne trouve pas ce passage
    .help = donnez-lui un nom plus précis, avec au moins un mot qui lui est propre
    .means = Même en tapant son nom, les lecteurs ne le trouvent pas : le nom n’a pas de mot, ou beaucoup d’autres lui ressemblent.
    .fix = Changez le titre ou le nom de la fiche.
    .example =
        Avant : ## ???
        Après : ## Questions fréquentes

search-unused-synonyms = ces synonymes ne mènent à rien : « { $words } »
    .label = { $cause ->
        [alone] le groupe n’a qu’un mot
       *[absent] le guide n’emploie aucun de ces mots
    }
    .help = mettez dans le groupe un mot que le guide emploie, ou retirez le groupe
    .means = Un groupe de synonymes relie ce que tapent les lecteurs à ce que dit le guide. Aucun mot de celui-ci n’est dans le guide, ou il n’en a qu’un : il ne change aucune recherche.
    .fix = Ajoutez le mot que le guide emploie, tel qu’il l’écrit, ou supprimez la ligne.
    .example =
        Avant : synonyms: [[congés, vacances]]
        Après : synonyms: [[congés, vacances, absences]]

search-missing-thesaurus = le fichier de synonymes `{ $file }` n’est pas dans le guide
    .help = copiez-le dans le dossier `guide/`, et écrivez son chemin à partir de ce dossier
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Le réglage `search: thesaurus` nomme un fichier de synonymes. Il n’y en a pas à cet endroit ; la recherche se passe de lui.
    .fix = Corrigez le chemin, ou copiez le fichier dans le guide.
    .example =
        Avant : thesaurus: th_fr.dat
        Après : thesaurus: th_fr_FR_v2.dat

search-outside-thesaurus = le fichier de synonymes `{ $file }` est hors du guide
    .help = copiez-le dans le dossier `guide/`, et écrivez son chemin à partir de ce dossier
    .means = Un guide se suffit à lui-même : il donne le même site sur toute machine. Jalon ne lit donc que des fichiers de son dossier.
    .fix = Copiez le fichier dans le guide. Il n’est pas publié.
    .example =
        Avant : thesaurus: /usr/share/mythes/th_fr_FR_v2.dat
        Après : thesaurus: th_fr_FR_v2.dat

search-bad-thesaurus = { $cause ->
        [encoding] la première ligne d’un fichier de synonymes nomme son codage ; « { $text } » n’en est pas un que Jalon connaît
        [byte] l’octet { $text } n’est pas une lettre dans le codage que nomme la première ligne
        [meanings] il manque à ce mot des lignes de sens : { $text }
       *[entry] « { $text } » n’est pas une entrée d’un fichier de synonymes
    }
    .help = { $cause ->
        [encoding] écrivez `UTF-8`, `ISO8859-1` ou `ISO8859-15` sur la première ligne
        [byte] enregistrez le fichier en UTF-8, avec `UTF-8` sur la première ligne
        [meanings] corrigez le nombre après la barre, ou ajoutez les lignes
       *[entry] une entrée est un mot, une barre et le nombre de ses sens : `emploi|1`
    }
    .means = Le fichier que nomme `search: thesaurus` est au format MyThes, celui de LibreOffice : le codage sur la première ligne, puis chaque mot avec le nombre de ses sens et, sous lui, un sens par ligne. Ce qui est mal écrit n’est pas lu, le reste l’est.
    .fix = Reprenez le fichier d’origine, ou corrigez la ligne.
    .example =
        Avant : emploi
        Après : emploi|1

## Thèmes

theme-syntax = ce fichier du thème n’est pas bien écrit : « { $why } »
    .help = corrigez le passage indiqué, ou reprenez le fichier du thème d’origine
    .means = Le site ne peut pas être fait avec ce gabarit. Ceci s’adresse à la personne qui s’occupe du thème.
    .fix = Corrigez le passage ; `themes/README.md` décrit ce qu’un gabarit peut écrire.
    .example =
        Avant : {"{"}{"{"} page.title {"}"}
        Après : {"{"}{"{"} page.title {"}"}{"}"}

theme-render = ce gabarit du thème a échoué : « { $why } »
    .help = vérifiez les noms des champs dans `themes/README.md`
    .means = Le gabarit demande une chose qui n’existe pas pour cette page. Ceci s’adresse à la personne qui s’occupe du thème.
    .fix = Corrigez le nom du champ, ou vérifiez qu’il existe avant de l’employer.
    .example =
        Avant : {"{"}{"{"} page.titel {"}"}{"}"}
        Après : {"{"}{"{"} page.title {"}"}{"}"}

theme-endless = le gabarit `{ $template }` écrit plus de { BYTES($size) } : une boucle est sans fin
    .help = vérifiez les boucles (`for`) de ce gabarit et de ceux qu’il appelle
    .means = Une page de ce poids ne s’ouvrirait nulle part ; Jalon a cessé de l’écrire. Presque toujours, une boucle est dans une autre par erreur, ou parcourt trop de nombres. Ceci s’adresse à la personne qui s’occupe du thème.
    .fix = Corrigez la boucle. Si la page est vraiment si grande, relevez la limite dans `jalon.yaml` : `limits: {"{"}output: 64 Mo{"}"}`.
    .example =
        Avant : {"{"}% for n in range(end=100000) %{"}"}{"{"}% for page in menu %{"}"}
        Après : {"{"}% for page in menu %{"}"}

theme-unknown-file = le thème n’a pas de fichier `{ $name }` à remplacer
    .help = si c’est voulu, ne changez rien ; sinon, vérifiez le nom
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Un fichier de `guide/theme` remplace celui du même nom dans le thème. Celui-ci ne remplace rien : son nom est peut-être mal écrit.
    .fix = Donnez au fichier le même chemin que celui qu’il doit remplacer.
    .example =
        Avant : guide/theme/templates/pages.html
        Après : guide/theme/templates/page.html

theme-bad-strings = ce fichier de textes n’est pas bien écrit : « { $why } »
    .help = vérifiez la forme `nom = texte`, une par ligne
    .means = Les fichiers `.ftl` changent les mots de l’interface. Un passage n’a pas été compris, les mots d’origine restent.
    .fix = Écrivez chaque texte sous la forme `nom = texte`. Une suite de texte commence par des espaces.
    .example =
        Avant : search-title: Rechercher
        Après : search-title = Rechercher

theme-unknown-string = aucun texte de l’interface ne s’appelle `{ $key }`
    .help = les noms sont dans `themes/default/strings/` ; un texte de ce nom ne s’affiche jamais
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Les fichiers `.ftl` donnent d’autres mots aux textes de l’interface. Aucun n’a ce nom : ces mots ne s’afficheraient jamais.
    .fix = Corrigez le nom du texte, ou effacez la ligne.
    .example =
        Avant : serch-start = Recherche
        Après : search-start = Recherche

theme-parent-loop = ces thèmes s’appuient l’un sur l’autre sans fin : { $chain }
    .help = changez le champ `parent` de l’un des thèmes
    .means = Un thème peut s’appuyer sur un autre pour les fichiers qu’il n’a pas. Ici la chaîne revient à son début et ne finit jamais.
    .fix = Faites finir la chaîne par `default`.
    .example =
        Avant : themes/a a pour parent b, themes/b a pour parent a
        Après : themes/b a pour parent default

theme-pdf-error = ce fichier du thème empêche de faire les PDF : « { $why } »
    .help = corrigez le passage indiqué, ou reprenez le fichier du thème d’origine
    .means = Les fichiers de `pdf/` disent à quoi ressemblent les listes imprimées. Avec celui-ci, le PDF ne peut pas être fait. Ceci s’adresse à la personne qui s’occupe du thème.
    .fix = Corrigez le passage ; `themes/README.md` décrit ce que ces fichiers voient et doivent garder.
    .example =
        Avant : #let accent = rgb("#1f4e8c"
        Après : #let accent = rgb("#1f4e8c")

theme-unknown-parent = le thème sur lequel celui-ci repose est introuvable
    .help = placez ce thème dans le dossier `themes`, ou retirez cette ligne pour reposer sur le thème d’origine
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Un thème prend les fichiers qui lui manquent à son parent, qui se cherche dans le dossier `themes`, sous le nom écrit ici.
    .fix = Corrigez le nom, ou ajoutez le dossier du parent.
    .example =
        Avant : parent: sobbre
        Après : parent: sobre

theme-unknown-key = un thème ne connaît pas de champ `{ $key }`
    .help = retirez ce champ ; `theme.yaml` contient `name` et `parent`
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .means = Le fichier `theme.yaml` n’accepte que des champs connus. Un champ mal écrit serait ignoré sans bruit ; Jalon préfère vous le dire.
    .fix = Corrigez le nom du champ ou retirez la ligne.
    .example =
        Avant : parnet: default
        Après : parent: default

theme-wrong-type = le champ `{ $key }` de ce thème attend { expected-type }, et contient { found-type }
    .help = écrivez ici { expected-type }
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
    .help-quote = mettez cette valeur entre guillemets droits : `{ $quoted }`
    .means = Chaque champ attend une sorte de valeur. Une autre sorte de valeur ne peut pas être comprise.
    .fix = Écrivez la valeur sous la forme attendue. Un texte qui ressemble à un nombre ou à une date se met entre guillemets droits.
    .example =
        Avant : name: 2026
        Après : name: "2026"

theme-pdf-warning = remarque sur ce fichier du thème, qui sert à faire les PDF : « { $why } »
    .help = corrigez le passage indiqué ; le PDF est fait quand même
    .means = Le PDF est fait, mais peut-être pas comme le thème le voulait : une police manque, par exemple. Ceci s’adresse à la personne qui s’occupe du thème.
    .fix = Corrigez le passage, ou ajoutez la police qui manque dans `pdf/fonts/`.
    .example =
        Avant : #let text-font = ("Marianne",), sans le fichier de cette police
        Après : le même, avec pdf/fonts/Marianne-Regular.ttf

## Ce que l’ordinateur a refusé

failure-word = impossible de continuer :
failure-no-command = Jalon n’a pas de commande « { $at } »
    .help = `jalon --help` les donne toutes ; les plus courantes sont `jalon build`, `jalon check` et `jalon serve`
failure-no-command-near = Jalon n’a pas de commande « { $at } »
    .help = vouliez-vous dire `{ $why }` ? `jalon --help` donne toutes les commandes
failure-no-option = cette commande n’attend pas `{ $at }`
    .help = ajoutez `--help` à la commande pour voir ses options
failure-no-option-near = cette commande n’attend pas `{ $at }`
    .help = vouliez-vous dire `{ $why }` ? `--help` après la commande donne ses options
failure-no-value = il manque une valeur après `{ $at }`
    .help = écrivez-la juste après l’option
failure-bad-value = la valeur donnée ne convient pas : `{ $at }`
    .help = `--help` après la commande dit ce qu’elle attend
failure-no-day = « { $at } » n’est pas un jour du calendrier
    .help = écrivez l’année, le mois et le jour, par exemple `2026-11-23`
failure-bad-value-of = la valeur donnée ne convient pas : `{ $at }`
    .help = les valeurs possibles sont : { $why }
failure-missing-argument = il manque ceci dans la commande : `{ $at }`
    .help = ajoutez `--help` à la commande pour voir ce qu’elle attend
failure-conflict = `{ $at }` et `{ $why }` ne vont pas ensemble
    .help = gardez l’un des deux
failure-no-guide = il n’y a pas de guide dans { $at } (le fichier `guide/jalon.yaml` manque)
    .help = allez dans le dossier de votre guide, indiquez-le avec `--root DOSSIER`, ou créez un guide avec `jalon init`
failure-read = { $at } ne peut pas être lu (« { $why } »)
    .help = vérifiez que le fichier existe et que vous avez le droit de le lire
failure-read-folder = le contenu du dossier { $at } ne peut pas être lu en entier : « { $why } » ; rien n’est changé
    .help = vérifiez votre droit de lire ce dossier, et que le disque ou le partage répond, puis recommencez
failure-write = { $at } ne peut pas être écrit (« { $why } »)
    .help = vérifiez la place sur le disque et votre droit d’écrire dans ce dossier
failure-half-published = { $at } ne peut pas être écrit : « { $why } » ; le site publié est en partie le nouveau
    .help = vérifiez la place sur le disque et votre droit d’écrire dans ce dossier, puis lancez `jalon build` : il finit le travail
failure-left-behind = { $at } est resté d’une publication interrompue, et ce nom est pris dans le site
    .help = si vous y tenez, mettez ce fichier ou ce dossier ailleurs ; sinon effacez-le, puis recommencez
failure-foreign-output = { $at } contient des fichiers que Jalon n’a pas faits : { $why }
    .help = choisissez un autre dossier avec `--out DOSSIER`, ou ajoutez `--force` pour publier ici ; ces fichiers ne seront pas touchés
failure-foreign-collision = dans { $at }, des fichiers que Jalon n’a pas faits sont à la place des siens : { $why }
    .help = déplacez ces fichiers, ou choisissez un autre dossier avec `--out DOSSIER`
failure-output-place = { $at } n’est pas un dossier où publier
    .help = choisissez avec `--out DOSSIER` un dossier ordinaire, sans `..` dans son chemin
failure-output-link = { $at } est un raccourci ; le site ne peut pas y être publié
    .help = donnez avec `--out DOSSIER` le dossier lui-même
failure-output-in-guide = le site ne peut pas être publié dans { $at }, où sont les fichiers du guide
    .help = choisissez avec `--out DOSSIER` un dossier à part, hors de `guide` et de `themes`
failure-output-path = le fichier { $at } sortirait du dossier du site ; rien n’a été écrit
    .help = renommez la page ou le fichier du guide qui le produit
failure-output-locked = une autre construction publie déjà ({ $at })
    .help = attendez qu’elle finisse, ou fermez l’autre fenêtre où Jalon tourne
failure-too-many-files = { $at } contient trop de fichiers pour être un guide
    .help = vérifiez que `--root` désigne bien le dossier de votre guide
failure-threads = le système ne donne pas à Jalon les fils d’exécution qu’il lui faut : « { $why } »
    .help = fermez d’autres programmes, ou relevez la limite de processus de votre compte, puis recommencez
failure-random = le système ne donne pas à Jalon les nombres au hasard qu’il lui faut
    .help = vérifiez que `/dev/urandom` peut être lu, puis recommencez
failure-listen = l’adresse { $at } ne peut pas être ouverte (« { $why } »)
    .help = choisissez un autre port avec `--port NUMÉRO`, ou retirez `--host`
failure-bad-epoch = SOURCE_DATE_EPOCH vaut « { $at } », qui n’est pas un nombre de secondes
    .help = retirez cette variable, ou donnez le jour avec `--today AAAA-MM-JJ`
failure-external = le réseau ne peut pas être utilisé ({ $at } : « { $why } »)
    .help = vérifiez votre connexion, puis recommencez
failure-external-allow = JALON_EXTERNAL_ALLOW contient « { $at } », qui n’est pas un numéro avec son port
    .help = retirez cette variable ; seuls des essais du programme en ont besoin
failure-print = le résultat ne peut pas être affiché (« { $why } »)
    .help = vérifiez la place sur le disque, si vous l’envoyez dans un fichier
failure-exists = { $at } existe déjà ; rien n’a été changé
    .help = choisissez un autre nom ou un autre dossier
failure-bad-id = « { $at } » ne peut pas servir d’identifiant
    .help = employez des minuscules sans accent, des chiffres et des traits d’union simples, par exemple `support-paie`
failure-changed = { $at } a changé pendant ce temps ; rien n’y a été écrit
    .help = relancez la commande
failure-broken-lock = { $at } n’est pas compris en entier ; rien n’a été écrit
    .help = `jalon check` montre les lignes à corriger
failure-no-such-list = il n’y a pas de liste « { $at } » dans ce guide
    .help = `jalon checklist` donne le nom de toutes les listes
failure-no-such-list-near = il n’y a pas de liste « { $at } » dans ce guide
    .help = vouliez-vous dire `{ $why }` ? `jalon checklist` donne le nom de toutes les listes
failure-calendar-start = pour mettre « { $at } » dans un agenda, il faut un jour de départ
    .help = ajoutez par exemple `--start 2027-01-04` : les délais se comptent à partir de ce jour
failure-calendar-empty = aucune tâche de « { $at } » n’a de délai : il n’y a rien à mettre dans un agenda
    .help = écrivez par exemple `<due:J-30>` dans une tâche
failure-no-pdf = ce programme ne sait pas faire de PDF ; « { $at } » ne peut être que texte, tableau, agenda ou données
    .help = employez `--format csv`, `--format ics` ou `--format json`, ou imprimez la page de la liste
failure-book-exists = { $at } n’est pas un livre fait par Jalon ; rien n’a été changé
    .help = donnez un autre nom, ou remplacez-le avec `--force`
failure-no-book-pdf = ce programme ne sait pas faire de PDF ; { $at } n’a pas été écrit
    .help = donnez au livre un nom qui finit par `.epub`, ou employez un programme avec la fonction `pdf`
failure-id-taken = { $at } a déjà une fiche `{ $why }` ; rien n’a été changé
    .help = choisissez un autre identifiant
failure-cannot-append = { $at } n’est pas une simple suite de fiches ; rien n’a été changé
    .help = ajoutez la fiche à la main, ou remettez chaque identifiant au début d’une ligne
failure-bad-page-path = « { $at } » ne peut pas être le chemin d’une page du guide
    .help = donnez un chemin dans le dossier `guide`, sans `..`, par exemple `1-recruter/4-arrivee.md`
failure-unknown-code = aucun diagnostic ne s’appelle « { $at } »
    .help = `jalon explain`, sans rien d’autre, donne la liste
    .help-nearest = vouliez-vous dire `{ $nearest }` ?
failure-unknown-schema = aucun schéma ne s’appelle « { $at } »
    .help = les schémas sont : { $why }

## Ce que disent les commandes

pages = { $count ->
    [one] { COUNT($count) } page
   *[other] { COUNT($count) } pages
}
files = { $count ->
    [one] { COUNT($count) } fichier
   *[other] { COUNT($count) } fichiers
}
written = { $count ->
    [one] { COUNT($count) } écrit
   *[other] { COUNT($count) } écrits
}
kept = { $count ->
    [one] { COUNT($count) } inchangé
   *[other] { COUNT($count) } inchangés
}
removed = { $count ->
    [one] { COUNT($count) } retiré
   *[other] { COUNT($count) } retirés
}
seconds = { $seconds } s
step-read = Lecture
step-understand = Analyse et assemblage
step-check = Vérification
step-make = Fabrication des pages et des fichiers
step-publish = Publication
step-done = { $step } : { $millis } ms
build-refused = Rien n’a été publié.
build-refused-kept = Rien n’a été publié ; le dernier bon site est toujours dans { $out }.
build-strict = Avec `--strict`, un avertissement suffit à arrêter la publication.
build-done = Le site est dans { $out }.
build-one-by-one = Ce dossier ne peut pas être remplacé d’un coup (point de montage, ou dossier parent protégé) : ses fichiers l’ont été un à un. Si une publication est interrompue, le prochain `jalon build` la termine.
book-working = Composition du livre
book-done = { $out } : { BYTES($size) }
checklist-none = Ce guide n’a pas encore de liste à cocher
checklist-tasks = { $count ->
    [one] { COUNT($count) } tâche
   *[other] { COUNT($count) } tâches
}
checklist-left-out = { $count ->
    [one] { COUNT($count) } tâche sans délai n’est pas dans l’agenda
   *[other] { COUNT($count) } tâches sans délai ne sont pas dans l’agenda
}
checklist-moved = avancé : le { $date } est { $why }
checklist-columns = Liste | N° | Tâche | Réponse | Qui | Délai | Date | Remarque | Aide | Adresse | Identifiant
checklist-done = Fait
checklist-yes = oui
checklist-no = non
report-title = { $guide } : ce qui attend, au { $date }
report-nothing = Rien n’attend, ni aujourd’hui ni dans les { $days } jours qui viennent
report-count = { $count ->
    [one] { COUNT($count) } chose attend
   *[other] { COUNT($count) } choses attendent
}
report-none = { $group } : rien n’attend
report-empty = Rien n’attend
report-errors = Le guide a des erreurs ({ $count }) : le rapport dit ce qui a pu être lu. `jalon check` les montre
report-no-days = Aucune date n’est dépassée ni n’arrive dans les { $days } jours : il n’y a rien à mettre dans un agenda
report-home = Retour au guide
report-columns = Rubrique | À faire | Page ou fiche | Responsable | Date | Jours de retard | Fichier | Ligne
report-stale = Dates dépassées
report-placeholders = À compléter
report-unverified = Contacts jamais vérifiés
report-successors = Coordonnées qui semblent remplacées
report-undecided = Personnes sans décision de publication
report-upcoming = Dates des { $days } prochains jours
report-late = depuis le { $date } ({ $days ->
    [one] { COUNT($days) } jour
   *[other] { COUNT($days) } jours
} de retard)
report-today = aujourd’hui
report-soon = le { $date } (dans { $days ->
    [one] { COUNT($days) } jour
   *[other] { COUNT($days) } jours
})
chore-review = Relire et vérifier « { $name } »
chore-passage = Revoir un passage daté de « { $name } »
chore-expiry = « { $name } » cesse d’être publiée après cette date
chore-complete = Compléter « { $name } » : { $text }
chore-complete-something = Compléter « { $name } »
chore-address = Donner l’adresse de « { $name } »
chore-verify = Vérifier « { $name } »
chore-succeed = « { $name } » : décider si { $text } remplace ce qui est écrit
chore-decide = Décider si « { $name } » peut être publié
rest-saturday = un samedi
rest-sunday = un dimanche
holiday-new-year = férié (jour de l’An)
holiday-easter-monday = férié (lundi de Pâques)
holiday-labour = férié (fête du Travail)
holiday-victory = férié (Victoire de 1945)
holiday-ascension = férié (Ascension)
holiday-whit-monday = férié (lundi de Pentecôte)
holiday-national = férié (fête nationale)
holiday-assumption = férié (Assomption)
holiday-all-saints = férié (Toussaint)
holiday-armistice = férié (Armistice de 1918)
holiday-christmas = férié (Noël)
# $done : combien d’adresses sont faites ; $all : combien il y en a ; $host : le site de la dernière
hosts-working = { $done } / { $all }  { $host }
hosts-none = aucune adresse d’autres sites
hosts-unread = les réponses des contrôles passés ne peuvent pas être lues, tout est redemandé : { $at } (« { $why } »)
hosts-unkept = les réponses ne peuvent pas être gardées pour le prochain contrôle : { $at } (« { $why } »)
hosts-host = Site
hosts-all = adresses
hosts-asked = demandées
hosts-ok = bonnes
hosts-moved = déplacées
hosts-gone = absentes
hosts-blocked = bloquées
hosts-flaky = en panne
hosts-unreachable = injoignables
hosts-refused = refusées
hosts-skipped = ignorées
init-done = Votre guide est prêt dans { $at } ({ files }).
doctor-good = ok
doctor-lacks = à noter
doctor-stops = bloqué
doctor-program = Jalon { $version }, avec les PDF
doctor-program-without-pdf = Jalon { $version }, compilé sans les PDF : les listes à cocher ne sont que des pages
    .help = installez-le avec ses options par défaut : `cargo install --path . --locked` dans son dossier
doctor-locale = le terminal ne sait pas que les textes sont en UTF-8 (`{ $value }`) : les accents peuvent s’afficher mal
    .help = choisissez une langue qui finit par `.UTF-8`, par exemple `export LANG=fr_FR.UTF-8`
doctor-no-guide = il n’y a pas de guide dans `{ $at }` ni au-dessus
    .help = allez dans le dossier du guide, nommez-le avec `--root`, ou commencez-en un avec `jalon init`
doctor-guide = le guide dans { $at } : { $count ->
        [one] { COUNT($count) } page
       *[other] { COUNT($count) } pages
    }
doctor-guide-errors = le guide dans { $at } a { $count ->
        [one] { COUNT($count) } erreur
       *[other] { COUNT($count) } erreurs
    } : rien n’est publié
    .help = `jalon check` dit où, et comment corriger
doctor-no-address = les réglages n’ont pas de `base_url` : ni plan pour les moteurs de recherche, ni flux, ni image pour les liens partagés
    .help = écrivez-le dans `guide/jalon.yaml` quand vous connaîtrez l’adresse du site
doctor-no-lock = les adresses publiées ne sont pas surveillées : il n’y a pas de `guide/urls.lock`
    .help = `jalon urls --accept`, une fois le site en ligne
doctor-no-rights = impossible d’écrire dans `{ $at }` : la construction du site échouera
    .help = donnez-vous le droit d’y écrire, ou publiez ailleurs avec `--out`
doctor-clock-good = l’horloge indique { $now }
doctor-clock = l’horloge indique { $now }, mais un fichier du guide est du { $newest } : les dates peuvent être mal jugées
    .help = mettez l’horloge de la machine à l’heure, ou nommez le jour avec `--today`
doctor-git = le guide est sous gestion de versions (git)
doctor-no-git = le guide n’est pas sous gestion de versions : un texte d’avant ne peut pas être retrouvé
    .help = `git init` dans son dossier, ou une copie du dossier de temps en temps
doctor-polling = le dossier est sur un système de fichiers qui ne signale pas les changements ({ $name }) : `jalon serve` regarde par lui-même, ce qui prend jusqu’à une seconde
    .help = pour une boucle plus rapide, travaillez sur une copie, sur un disque local
doctor-few-watches = le système laisse un programme surveiller { COUNT($most) } dossiers, et le guide en a { COUNT($folders) } : `jalon serve` devra peut-être regarder par lui-même
    .help = en administrateur : `sysctl fs.inotify.max_user_watches={ $wanted }`
doctor-no-watches = le système ne laisse personne surveiller des dossiers : `jalon serve` regarde par lui-même
    .help = en administrateur : `sysctl fs.inotify.max_user_instances=128`
doctor-watches = `jalon serve` peut surveiller les { COUNT($folders) } dossiers
man-done = { $count ->
    [one] { COUNT($count) } page
   *[other] { COUNT($count) } pages
} de manuel dans { $at }
export-done = Les réglages et les enregistrements sont dans { $at }
init-ci = Le workflow est dans { $file }. Mettez en tête l’adresse du dépôt de Jalon.
init-ci-below = Le workflow est dans { $file }, mais une forge ne le lit qu’à la racine d’un dépôt. Déplacez-le là, donnez à chaque `jalon` qu’il contient `--root` avec le dossier du guide, et mettez en tête l’adresse du dépôt de Jalon.
init-next = Pour le voir : `{ $command }`, puis ouvrez l’adresse affichée. Les pages sont dans le dossier `guide`.
fix-added = { $at } : ajouté `{ $after }` ({ $code })
fix-replaced = { $at } : `{ $before }` devient `{ $after }` ({ $code })
fix-done = { $count ->
    [0] Rien à corriger qui soit certain
    [one] { COUNT($count) } correction faite
   *[other] { COUNT($count) } corrections faites
}
refactor-moved = { $at } devient { $to }
refactor-added = { $at } : ajouté `{ $after }`
refactor-removed = { $at } : supprimé `{ $before }`
refactor-replaced = { $at } : `{ $before }` devient `{ $after }`
refactor-done = { $moved ->
    [0] { "" }
    [one] { COUNT($moved) } fichier déplacé, { "" }
   *[other] { COUNT($moved) } fichiers déplacés, { "" }
}{ $edits ->
    [one] { COUNT($edits) } changement
   *[other] { COUNT($edits) } changements
} dans { $files ->
    [one] { COUNT($files) } fichier
   *[other] { COUNT($files) } fichiers
}
refactor-would = Rien n’est écrit. Sans `--dry-run` : { $moved ->
    [0] { "" }
    [one] { COUNT($moved) } fichier déplacé, { "" }
   *[other] { COUNT($moved) } fichiers déplacés, { "" }
}{ $edits ->
    [one] { COUNT($edits) } changement
   *[other] { COUNT($edits) } changements
} dans { $files ->
    [one] { COUNT($files) } fichier
   *[other] { COUNT($files) } fichiers
}
refactor-refused = Rien n’est écrit : le guide aurait { $count ->
    [one] { COUNT($count) } erreur de plus
   *[other] { COUNT($count) } erreurs de plus
}
refactor-standing = { $at } n’a pas pu être remis comme avant : il contient déjà le changement
refactor-bad-path = « { $at } » ne peut pas être l’endroit d’une page : donnez un chemin dans `guide/`, hors de `registry/`, `theme/` et `strings/`
refactor-nothing-there = « { $at } » n’est ni une page ni un dossier de pages du guide
refactor-same = { $at } est déjà à cet endroit
refactor-taken = { $at } existe déjà : choisissez un autre nom
refactor-home = { $at } est l’accueil du guide et reste à sa place
refactor-index = L’index de { $at } est la page de ce dossier : déplacez le dossier entier
refactor-no-address = { $at } n’aurait pas d’adresse à lui : une autre page a la même
refactor-no-alias = { $at } : l’ancienne adresse `{ $address }` n’a pas pu être ajoutée à l’en-tête ; écrivez-le sous la forme `clé: valeur`, une par ligne, puis relancez
refactor-former-address = `{ $at }` est une ancienne adresse de { $page } : des lecteurs la suivent encore. Choisissez un autre nom, ou retirez-la de ses `aliases`
refactor-bad-id = « { $at } » ne peut pas servir d’identifiant : employez des minuscules sans accent, des chiffres et des traits d’union simples
refactor-id-taken = `{ $at }` existe déjà dans le registre : choisissez un autre identifiant
refactor-unknown-id = « { $at } » n’est pas une fiche du registre. Un titre s’écrit `page.md#ancre`
refactor-several = « { $at } » est l’identifiant de plusieurs fiches : dites laquelle, { $entries }
refactor-is-page = « { $at } » est une page : `jalon move` la déplace, et son titre se change dans son texte
refactor-no-page = « { $at } » n’est pas une page du guide
refactor-unknown-anchor = { $at } n’a pas de titre dont l’ancre est `#{ $anchor }`
refactor-bad-heading = « { $at } » ne peut pas être un titre : donnez un texte d’une ligne
refactor-other-headings = { $at } aurait d’autres titres ensuite : ce texte est lu autrement qu’en titre
refactor-no-anchor = { $at } : l’ancre `#{ $anchor }` ne peut pas être gardée par un commentaire à cet endroit
refactor-anchor-taken = { $at } : `#{ $anchor }` est l’ancienne ancre d’un autre titre. Choisissez un autre texte
urls-head =
    Adresses publiées : pages, passages, fichiers. Écrit par `jalon urls --accept` ; à garder avec le guide.
    À la main, on n’y change que ce qui suit une adresse : `gone:` et la raison, quand elle ne répond plus.
urls-new = nouvelle
urls-moved = déplacée
urls-reworded = reformulée
urls-vanished = disparue
urls-counts = Adresses : { COUNT($new) } { $new ->
    [one] nouvelle
   *[other] nouvelles
}, { COUNT($moved) } { $moved ->
    [one] déplacée
   *[other] déplacées
}, { COUNT($reworded) } { $reworded ->
    [one] reformulée
   *[other] reformulées
}, { COUNT($vanished) } { $vanished ->
    [one] disparue
   *[other] disparues
}.
urls-none = Le fichier `guide/urls.lock` n’existe pas encore : les adresses de ce guide ne sont pas surveillées. Quand le site est publié, `jalon urls --accept` note ses { COUNT($count) } adresses.
urls-ways = Pour chaque adresse disparue, `jalon check` dit comment faire ; `jalon check --fix` corrige ce qui est certain
urls-refused = { $count ->
    [one] { COUNT($count) } adresse publiée a disparu
   *[other] { COUNT($count) } adresses publiées ont disparu
} : rien n’a été écrit. Corrigez avec `jalon check --fix`, ou renoncez à toutes avec `jalon urls --accept --gone "la raison"`.
urls-refused-errors = Le guide a { $count ->
    [one] { COUNT($count) } erreur
   *[other] { COUNT($count) } erreurs
} : rien n’a été écrit. Corrigez d’abord ce que dit `jalon check`.
urls-done = { $at } est à jour : { $count ->
    [one] { COUNT($count) } adresse
   *[other] { COUNT($count) } adresses
}. Gardez ce fichier avec le guide.
new-page-done = La page { $at } est créée. Écrivez son texte, puis ajoutez un lien vers elle.
new-entry-done = La fiche est à la fin de { $at }, ligne { $line }. Complétez-la, puis citez-la dans une page : `<{ $entry }>`.
explain-renamed = `{ $former }` s’appelle maintenant `{ $code }`.
explain-means = Ce que cela veut dire
explain-fix = Comment corriger
explain-example = Exemple
explain-more = Pour en savoir plus sur l’un d’eux : `jalon explain NOM`.

## Ce que `jalon serve` montre sur une page

overlay-region = Ce qui ne va pas
overlay-close = Fermer (Échap)
overlay-open = Voir
overlay-copy = Copier
overlay-copied = Copié
overlay-editor = Ouvrir
# $count : erreurs ; $files : fichiers ; $file : le premier
overlay-mark = { $count ->
    [one] { COUNT($count) } erreur
   *[other] { COUNT($count) } erreurs
}{ $files ->
    [one] { " " }dans { $file }
   *[other] { " " }dans { COUNT($files) } fichiers
}
overlay-bug = erreur de Jalon
overlay-page-held = Cette page reste telle qu’elle était avant l’erreur
overlay-page-as-is = Cette page n’a pas encore été vue sans erreur : elle est montrée telle quelle
# $file : le fichier en erreur ; $more : combien d’autres
overlay-file-held = Le site garde la dernière bonne version de { $file }{ $more ->
    [0] { "" }
    [one] { " " }et d’un autre fichier
   *[other] { " " }et de { COUNT($more) } autres fichiers
}
overlay-more-errors = { $count ->
    [one] encore { COUNT($count) } erreur dans { $file }
   *[other] encore { COUNT($count) } erreurs dans { $file }
}
overlay-more-files = { $count ->
    [one] encore { COUNT($count) } erreur
   *[other] encore { COUNT($count) } erreurs
}{ $files ->
    [one] { " " }dans un autre fichier
   *[other] { " " }dans { COUNT($files) } autres fichiers
}
overlay-warnings = { $count ->
    [one] { COUNT($count) } avertissement
   *[other] { COUNT($count) } avertissements
}
overlay-more-warnings = { $count ->
    [one] et { COUNT($count) } autre : `jalon check` donne tout
   *[other] et { COUNT($count) } autres : `jalon check` donne tout
}

## Ce que dit `jalon serve`

serve-port = Le port { $wanted } est pris ; le site est au port { $given }.
serve-network = Attention : d’autres machines peuvent voir le site ({ $at }).
serve-polling = Les fichiers sont relus à intervalles réguliers (« { $why } »).
serve-ready = Le site est là : { $url } ({ $millis } ms). Enregistrez un fichier et la page change ; Ctrl+C pour arrêter.
serve-report = Ce qui attend les rédacteurs : { $url }
serve-desk = Pour modifier les pages, ouvrez cette adresse, qui sert une seule fois : { $url }
serve-rebuilt = { $first }{ $more ->
    [0] {""}
    [one] {" "}et 1 autre
   *[other] {" "}et { $more } autres
} → { $made ->
    [0] rien ne change
    [one] 1 fichier refait
   *[other] { $made } fichiers refaits
} ({ $millis } ms)
serve-held = { $file }{ $more ->
    [0] { "" }
    [one] { " " }et 1 autre fichier
   *[other] { " " }et { COUNT($more) } autres fichiers
} : le site en garde le dernier bon état.
serve-rebuilt-all = Tout est refait : { $made ->
    [one] { COUNT($made) } fichier
   *[other] { COUNT($made) } fichiers
} ({ $millis } ms)
serve-keys = Touches : o ouvre le navigateur, r refait tout, c montre le contrôle, q arrête.
serve-bug = C’est une erreur de Jalon : « { $why } ». Le dernier bon site reste affiché.
serve-no-browser = Le navigateur n’a pas pu être ouvert (« { $why } »).

## Les mots du bureau de `jalon edit`

desk-edit = Modifier
desk-title = Modifier la page
desk-text = Texte de la page, en Markdown
desk-save = Enregistrer
desk-saved = Enregistré
desk-unsaved = Pas encore enregistré
desk-undo = Annuler l’enregistrement
desk-undone = La version d’avant est revenue
desk-nothing = Il n’y a pas de version d’avant
desk-close = Fermer
desk-cancel = Annuler
desk-insert = Insérer
desk-leave = Le texte n’est pas enregistré
desk-leave-drop = Fermer sans enregistrer
desk-leave-stay = Continuer à écrire
desk-draft = Un texte de cette page n’avait pas été enregistré
desk-draft-take = Le reprendre
desk-draft-drop = Le jeter
desk-no-draft = Ce navigateur n’a plus de place : enregistrez souvent
desk-changed = La page a été modifiée ailleurs depuis que vous l’avez ouverte
desk-choose = La page a été modifiée ailleurs : choisissez pour chaque passage
desk-choose-passage = Passage
desk-choose-mine = Ma version
desk-choose-theirs = L’autre version
desk-choose-both = Les deux, la mienne d’abord
desk-choose-nothing = (rien)
desk-choose-take = Mettre ce choix dans le texte
desk-findings = Ce qui ne va pas dans cette page
desk-no-findings = Rien à corriger dans cette page
desk-elsewhere = Ce que cela casserait ailleurs
desk-line = Ligne
desk-fix = Corriger :
desk-offline = Le serveur ne répond pas ; le texte reste ici
desk-session = Ce navigateur n’a plus le droit d’écrire : ouvrez l’adresse que donne le terminal ; le texte reste ici
desk-spent = Cette adresse a déjà servi. La touche « o », dans le terminal de « jalon edit », en ouvre une autre
desk-refused = Le serveur a refusé ; rien n’a été écrit
desk-too-large = Le texte est trop long : une page a 8 Mio au plus ; rien n’a été écrit
desk-not-text = Ce fichier n’est pas du texte en UTF-8
desk-gone = Cette page n’est plus dans le guide
desk-unpublished = La page n’est pas publiée : il n’y a rien à montrer
desk-bar = Mise en forme
desk-heading = Titre
desk-bold = Gras
desk-bold-text = important
desk-list = Liste
desk-task = Tâche
desk-task-text = Ce qu’il faut faire
desk-task-role = Qui la fait
desk-task-no-role = le rôle indiqué plus haut
desk-task-due = Quand (facultatif)
desk-task-due-example = J-30, S-2, J+8
desk-link = Lien
desk-link-text = texte du lien
desk-link-address = Adresse
desk-link-page = Lien vers une page
desk-link-entry = Fiche du registre
desk-pick-name = Nom
desk-pick-none = Aucun nom ne contient cela
desk-pick-first = Prendre le premier
desk-kind-contact = contact
desk-kind-tool = outil
desk-kind-resource = document
desk-kind-role = rôle
desk-kind-organisation = organisme
desk-kind-term = terme
desk-alert = Encadré
desk-alert-kind = Sorte d’encadré
desk-alert-text = Ce qu’il faut savoir
desk-alert-note = Note
desk-alert-tip = Conseil
desk-alert-important = Important
desk-alert-warning = Attention
desk-alert-caution = Danger
desk-table = Tableau
desk-table-column = Colonne
desk-table-cell = texte
desk-picture = Image
desk-picture-file = Fichier
desk-picture-alt = Ce que l’on voit, pour qui ne voit pas l’image
desk-picture-large = L’image est trop lourde : 8 Mio au plus ; rien n’a été écrit
desk-picture-kind = Ce fichier n’est pas une image (PNG, JPEG, GIF, WebP ou AVIF) ; rien n’a été écrit
desk-placeholder = À compléter
desk-placeholder-mark = À COMPLÉTER :
desk-placeholder-text = ce qui manque
desk-until = Vrai jusqu’au …
desk-until-help = Après ce jour, le passage dira qu’il n’est plus à jour
desk-until-day = Dernier jour

## Ce que dit `jalon search`
# $query : ce qui est cherché
find-query = « { $query } »
find-nothing = aucun résultat pour « { $query } »
# $typed : les mots tapés ; $meant : les mots cherchés à leur place
find-substituted = aucun résultat pour « { $typed } » ; résultats pour « { $meant } »
# $typed : le mot tapé ; $read : le mot compris
find-corrected = « { $typed } » est lu « { $read } »

# jalon publish
publish-waiting = une autre publication est en cours, attente…
publish-working = { COUNT($done) } { $done ->
    [one] fichier envoyé
   *[other] fichiers envoyés
} sur { COUNT($all) }
publish-unchanged = { $at } contient déjà ce site ({ $files ->
    [one] un fichier
   *[other] { COUNT($files) } fichiers
}) ; rien n’a été envoyé
publish-done = publié dans { $at } : { COUNT($sent) } { $sent ->
    [one] envoyé
   *[other] envoyés
}, { COUNT($removed) } { $removed ->
    [one] supprimé
   *[other] supprimés
}, { COUNT($files) } { $files ->
    [one] fichier
   *[other] fichiers
} en tout
publish-would-do = dans { $at } : { COUNT($sent) } à envoyer, { COUNT($removed) } à supprimer, { COUNT($files) } { $files ->
    [one] fichier
   *[other] fichiers
} en tout ; rien n’a été écrit
publish-would-send = envoyer
publish-would-remove = supprimer
failure-publish-feature = ce programme a été compilé sans `jalon publish`
    .help = compilez-le avec `cargo install --locked --path . --features publish`
failure-publish-target = « { $at } » n’est pas un endroit où publier
    .help = écrivez `s3://BUCKET/PREFIX`, `gs://BUCKET/PREFIX`, `az://CONTAINER/PREFIX` ou `file:///DOSSIER` ; les clés et mots de passe sont dans l’environnement seulement
failure-publish-in-project = le site ne peut pas être publié dans { $at }, à l’intérieur du dossier { $why } du projet
    .help = choisissez un dossier hors de `guide`, de `themes` et du dossier écrit par `jalon build`
failure-publish-nowhere = l’endroit où publier n’est pas indiqué
    .help = écrivez `jalon publish s3://BUCKET`, ou `publish: {"{"}to: s3://BUCKET{"}"}` dans `guide/jalon.yaml`
failure-publish-no-site = { $at } ne contient pas un site complet fait par Jalon
    .help = lancez d’abord `jalon build`, ou indiquez le dossier avec `--from DOSSIER`
failure-publish-site-changed = { $at } n’est pas ce qui a été construit
    .help = relancez `jalon build`, puis `jalon publish` ; ce qui est déjà envoyé ne le sera pas de nouveau
failure-publish-credentials = pour { $at }, l’environnement ne contient pas d’identifiants ({ $why })
    .help = définissez ces variables comme le dit la documentation de l’hébergeur ; Jalon ne lit d’identifiants nulle part ailleurs
failure-publish-environment = ce que l’environnement indique pour { $at } est inutilisable (« { $why } »)
    .help = corrigez ces variables : un identifiant va avec son secret, un fichier de clés doit exister, et l’adresse d’un serveur s’écrit en entier, `https://HÔTE` (`http://HÔTE` avec `AWS_ALLOW_HTTP=true`)
failure-publish-refused = { $at } n’accepte pas ces identifiants ({ $why })
    .help = vérifiez que les clés de l’environnement vont ensemble, sont encore valables et ont été copiées en entier
failure-publish-bucket = l’espace de stockage (bucket) de { $at } n’existe pas ({ $why })
    .help = créez-le, ou corrigez son nom ; vérifiez aussi la région et l’adresse du serveur
failure-publish-region = l’espace de stockage de { $at } est dans une autre région ({ $why })
    .help = donnez à `AWS_REGION` la région de l’espace de stockage
failure-publish-forbidden = ces identifiants n’ont pas le droit de faire cela dans { $at } ({ $why })
    .help = donnez-leur le droit de lister l’espace de stockage, et de lire, écrire et supprimer des objets
failure-publish-clock = l’horloge de cette machine est trop loin de celle de { $at }
    .help = réglez l’heure de cette machine, de préférence par un serveur de temps, puis réessayez
failure-publish-network = { $at } est injoignable (« { $why } »)
    .help = vérifiez le réseau, le nom du serveur et un éventuel proxy ; puis relancez `jalon publish`, qui reprendra où il s’est arrêté
failure-publish-slow = { $at } ne répond pas à temps
    .help = relancez `jalon publish`, qui reprendra où il s’est arrêté ; avec `--parallel 4`, moins de fichiers se partagent une ligne lente
failure-publish-server = { $at } refuse de continuer (« { $why } »)
    .help = relancez `jalon publish` plus tard, il reprendra où il s’est arrêté
failure-publish-conditions = le serveur de { $at } ne sait pas écrire un fichier sous condition ({ $why }) ; deux publications simultanées ne pourraient pas être distinguées
    .help = prenez une version plus récente du serveur, ou copiez `public/` avec un outil du serveur
failure-publish-foreign = dans { $at }, des fichiers que Jalon n’y a pas mis portent des noms dont le site a besoin : { $why }
    .help = rien n’a été écrit ; déplacez ces fichiers, choisissez un autre préfixe, ou remplacez-les avec `--force`
failure-publish-busy = une autre publication est en cours dans { $at } depuis { $why }
    .help = attendez qu’elle finisse, puis relancez `jalon publish`
failure-publish-overtaken = une autre publication a écrit dans { $at } entre-temps
    .help = relancez `jalon publish` pour voir ce qu’il reste à faire
failure-publish-list = la liste `.jalon-manifest.json` de { $at } n’est pas une liste de `jalon publish`
    .help = choisissez un autre endroit ; ou, s’il n’y a pas de site de Jalon, supprimez ce fichier

# Ce que `jalon lsp` dit à un éditeur de texte.
lsp-fix = Remplacer « { $before } » par « { $after } »
lsp-fix-add = Ajouter « { $after } »
lsp-fix-remove = Supprimer « { $before } »
lsp-fix-all = Corriger ce qui est certain dans ce fichier
lsp-cited = { $count ->
    [0] Cité dans aucune page
    [one] Cité dans une page
   *[other] Cité dans { COUNT($count) } pages
}
lsp-size = { BYTES($size) }
