# Les mots de l’interface. Un guide les change dans guide/strings/fr.ftl.

## En-tête, menu, repères
skip-to-content = Aller au contenu
search = Rechercher
use-dark = Mode sombre
use-light = Mode clair
menu = Menu
# $count : nombre de pages qui ne sont pas montrées dans le menu
menu-more = { $count ->
    [one] { $count } autre page
   *[other] { $count } autres pages
}
# $title : la page au-dessus
menu-below = Pages de « { $title } »
breadcrumb = Fil d’Ariane
on-this-page = Sur cette page
contents = Sommaire
pager = Page précédente et page suivante
previous-page = Page précédente
next-page = Page suivante
previous-step = Étape précédente
next-step = Étape suivante
# $number : rang de l’étape ; $total : nombre d’étapes
step-of = Étape { $number } sur { $total }

## Recherche
# Séparés par « | » dans la page : ce signe n’y a pas sa place. $count : nombre de résultats ; $words : mots compris
search-start = Lancer la recherche
search-none = Aucun résultat.
search-one = 1 résultat
search-many = { $count } résultats
search-mended = Résultats pour « { $words } »
search-instead = Aucun résultat pour « { $typed } » ; résultats pour « { $meant } »
search-failed = La recherche n’a pas pu être chargée.
search-results = Résultats de la recherche
search-more = Plus de résultats
search-close = Fermer
search-roles = Pour qui ?
search-all-roles = Tout le monde
search-contacts = Qui contacter, dans l’ordre
search-index = De A à Z

## Page
# $title : titre de la partie
link-to-heading = Lien vers « { $title } »
link-copied = Le lien est copié.
offline = Lu hors connexion : cette page a pu changer.
# $date : jour où la page a été lue en ligne
offline-dated = Lu hors connexion : voici la page telle qu’elle était le { $date }.
summary = L’essentiel
for-roles = Pour :
checked-on = Vérifié le
published-on = Publié le
to-check = à vérifier
to-check-all = À vérifier : ces coordonnées n’ont pas été confirmées récemment.
to-check-some = « À vérifier » : ces coordonnées n’ont pas été confirmées récemment.
review-overdue = À vérifier
last-checked-on = Page relue pour la dernière fois le
may-have-changed = Son contenu a pu changer.
owner = Responsable de la page :
report = Signaler une erreur
edit = Modifier cette page
print = Imprimer

## Accueil et parties
you-are = Vous êtes…
journey = Le parcours
steps = Les étapes
in-this-section = Dans cette partie

## Code
code-copy = Copier le code
code-copied = Copié
code-not-copied = Non copié : appuyez sur Ctrl+C

## Listes à cocher
# $title : titre de la liste ; $guide : titre du guide
sheet-description = Liste à cocher « { $title } » du guide « { $guide } »
from-page = Dans la page
to-read = À lire
criteria = Pour tout vérifier
who-does-what = Qui fait quoi
other-contacts = Autres contacts
to-print = À imprimer
# $role : nom du rôle ; $guide : titre du guide
role-description = Tâches, contacts et pages à lire pour « { $role } » dans le guide « { $guide } »
no-task = Le guide ne confie aucune tâche à ce rôle.
# $count : nombre de tâches du rôle
role-tasks = Ce rôle a { COUNT($count) } tâches, trop pour une seule page. Voici les listes où elles se trouvent, partie par partie.
# $count : nombre de tâches dans une liste
task-count = { $count ->
    [one] { $count } tâche
   *[other] { $count } tâches
}
answer-yes = Oui
answer-no = Non
# $done : nombre de tâches faites ; $total : nombre de tâches
tasks-done = Fait : { $done } sur { $total }
# $left : nombre de tâches qui restent ; $total : nombre de tâches
tasks-left = Reste à faire : { $left } sur { $total }
clear-ticks = Tout décocher
undo = Rétablir mes coches
ticks-take-back = Retirer les coches ajoutées
ticks-cleared = Tout est décoché.
ticks-restored = Vos coches sont rétablies.
ticks-refused = Ce navigateur ne garde pas vos coches.
ticks-refused-what = Elles disparaîtront quand vous quitterez la page. Pour ne pas les perdre, copiez-les ci-dessous ou imprimez la liste.
ticks-tools = Imprimer la liste ou l’emporter
print-list = Imprimer
print-ticks = Avec mes coches
print-left = Seulement ce qui reste à faire
print-blank = Vierge
print-whole = Toute la page, pas seulement cette liste
ticks-move = Continuer sur un autre appareil
ticks-move-how = Envoyez-vous un lien, puis ouvrez-le sur l’autre appareil : vos coches y seront.
ticks-send = Envoyer mon avancement
ticks-text = Lien ou texte reçu
ticks-paste = Ajouter ces coches
ticks-copied = Le lien est copié : il contient vos coches de tout le guide. Collez-le dans un message.
ticks-by-hand = Copiez le texte ci-dessous : il contient vos coches de tout le guide.
# $count : nombre de cases
ticks-added = Coches ajoutées : { $count }
ticks-known = Ces cases étaient déjà cochées.
# $count : nombre de coches ; $tasks : leurs noms
ticks-lost = Coches qui n’ont plus de tâche dans cette page : { $count } ({ $tasks })
ticks-nothing = Rien n’est encore coché.
ticks-none = Ce texte ne contient aucune coche. Collez-le en entier.
call = Qui appeler
to-list = Aller aux cases à cocher
pdf-role = Toutes mes tâches
# $title : titre de la liste
pdf-list = Liste à cocher « { $title } »
# $size : taille du fichier en octets
pdf-details = PDF remplissable, A4, { BYTES($size) }
pdf-details-later = PDF remplissable, A4

## Fiches
# $rank : ordre de recours
recourse = { $rank }.
to-call = Appeler
to-write = Écrire
to-open = Ouvrir
more = En savoir plus
uses = Pour
organisation = Organisme
email = Courriel
phone = Téléphone
hours = Horaires
form = Formulaire
faq = Questions fréquentes
reply-time = Délai de réponse
territory = Territoire
replaced-by = Remplacé par
vcard = Ajouter à mes contacts (vCard)
mentioned-in = Cité dans
mandatory = Obligatoire
official-name = Nom officiel
access = Accès
access-mode-open = libre
access-mode-account = avec un compte
access-mode-proconnect = avec ProConnect
access-mode-structure-account = avec le compte de la structure
access-mode-via-tool = depuis un autre outil
access-via = Accès par
access-needs = Prérequis
access-note = À savoir
web-address = Adresse web
help = Aide
contacts = Contacts
contact = Contact
kind-tutorial = Tutoriel
kind-document = Document
kind-form = Formulaire
kind-faq = Questions fréquentes
kind-page = Page web
link-to-complete = lien à compléter
to-complete = à compléter

## Index, page introuvable, page déplacée
index-intro = Toutes les pages, les contacts, les outils et les mots du guide, de A à Z.
letters = Lettres de l’index
not-found-why = L’adresse est peut-être mal recopiée, ou la page n’existe plus.
not-found-where = L’accueil du guide est au début de l’adresse : effacez ce qui suit le nom du site.
not-found-home = Revenir à l’accueil
not-found-search = Chercher dans le guide
withdrawn-title = Page retirée
withdrawn-last = Elle était en ligne jusqu’au { $date }.
moved = Cette page a changé d’adresse
gone = Cette page a été retirée

## Déclaration d’accessibilité (modèle officiel du RGAA)
statement-commitment = { $publisher } s’engage à rendre son site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.
statement-publisher = L’éditeur de ce site
statement-scope = Cette déclaration d’accessibilité s’applique au site « { $site } ».
statement-state = État de conformité
statement-none = Le site « { $site } » n’est pas conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA).
statement-partial = Le site « { $site } » est partiellement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), en raison des non-conformités et des dérogations énumérées ci-dessous.
statement-full = Le site « { $site } » est totalement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA).
statement-results = Résultats des tests
statement-no-audit = Aucun audit de conformité n’a encore été réalisé.
statement-audit = L’audit de conformité a été réalisé le { $date } par { $auditor }.
statement-percent = Il révèle que { $percent } % des critères du RGAA sont respectés.
statement-contact = Retour d’information et contact
statement-contact-why = Si vous n’arrivez pas à accéder à un contenu ou à un service, vous pouvez contacter le responsable du site « { $site } » pour être orienté vers une alternative accessible ou obtenir le contenu sous une autre forme.
statement-contact-label = Contact :
statement-redress = Voies de recours
statement-redress-when = Cette procédure est à utiliser dans le cas suivant : vous avez signalé au responsable du site un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un des services du site, et vous n’avez pas obtenu de réponse satisfaisante. Vous pouvez :
statement-redress-form = écrire un message au Défenseur des droits
statement-redress-delegate = contacter le délégué du Défenseur des droits dans votre région
statement-redress-post = envoyer un courrier par la poste (gratuit, ne pas mettre de timbre) : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

## Mentions légales
legal-publisher = Éditeur du site
legal-name = Nom
legal-director = Direction de la publication
legal-host = Hébergeur
address = Adresse

## Données personnelles
data-reading = Pendant votre lecture
data-no-tracker = Ce site ne dépose aucun cookie, ne mesure pas l’audience et n’appelle aucun service tiers.
data-search-server = Ce site ne dépose aucun cookie et ne mesure aucune audience. Ce que vous tapez dans la boîte de recherche est envoyé à { $server }, qui y répond. Rien d’autre n’est transmis à personne.
data-logs = Comme tout serveur, celui de l’hébergeur peut garder un journal technique des visites (adresse IP, date, page demandée). L’hébergeur en est responsable.
data-device = Ce qui reste sur votre appareil
data-device-what = Les cases que vous cochez et le choix de l’affichage clair ou sombre sont enregistrés dans votre navigateur. Ils ne sont envoyés nulle part.
data-device-erase = Pour les effacer, supprimez les données de ce site dans les réglages de votre navigateur.
data-people = Les personnes citées
data-people-what = Le guide peut donner le nom et les coordonnées professionnelles de personnes à contacter. Elles servent seulement à joindre la bonne personne.
data-rights = Vos droits
data-rights-what = Vous pouvez demander à consulter, à corriger ou à faire retirer les données qui vous concernent. Écrivez à :
data-controller = Responsable
data-complaint = Si la réponse ne vous convient pas, vous pouvez
data-complaint-link = adresser une plainte à la CNIL

## Mots que Jalon pose dans le texte des pages
alert-note = À savoir
alert-tip = Conseil
alert-important = Important
alert-warning = Attention
alert-caution = Prudence
alert-kind = { $kind } :
who = Qui :
who-column = Qui
what = Quoi
when = Quand
where = Où
# $date : dernier jour où l’information était vraie
outdated = Information dépassée depuis le { $date }
# $number : rang du tableau dans la page
table = Tableau { $number }
footnotes = Notes
footnote-back = Retour au texte de la note
# $words : ce qui manque
placeholder = À compléter : { $words }
placeholder-bare = À compléter
due-now = le jour même
# $count : nombre de jours, de semaines ou de mois
due-before-day = { $count ->
    [one] la veille
   *[other] { $count } jours avant
}
due-before-week = { $count ->
    [one] une semaine avant
   *[other] { $count } semaines avant
}
due-before-month = { $count ->
    [one] un mois avant
   *[other] { $count } mois avant
}
due-after-day = { $count ->
    [one] le lendemain
   *[other] { $count } jours après
}
due-after-week = { $count ->
    [one] une semaine après
   *[other] { $count } semaines après
}
due-after-month = { $count ->
    [one] un mois après
   *[other] { $count } mois après
}
# $page : titre de la page
report-subject = Erreur dans « { $page } »

## Pages que Jalon écrit lui-même
title-contacts = Les contacts
title-tools = Les outils
title-resources = Les documents
title-roles = Les rôles
title-organisations = Les organismes
title-terms = Glossaire
title-role = Rôle
title-book = Le guide complet en PDF
title-whole = Le guide complet
title-map = Plan du site
title-search = Recherche et index
title-accessibility = Déclaration d’accessibilité
title-legal = Mentions légales
title-personal-data = Données personnelles
title-not-found = Page introuvable
accessibility-none = Accessibilité : non conforme
accessibility-partial = Accessibilité : partiellement conforme
accessibility-full = Accessibilité : totalement conforme
kind-contact = contact
kind-tool = outil
kind-term = mot expliqué
kind-role = rôle
kind-resource = document
kind-organisation = organisme

## Listes à imprimer (PDF)
book-cover = Couverture
book-accessibility = Les titres, les listes et les tableaux ont leur structure, les images un texte de remplacement, et les liens mènent à leurs places.
pdf-book-contents = Sommaire
pdf-book-index = Index des contacts
pdf-book-pages = Pages
pdf-book-reached = Joindre
pdf-page = Page
pdf-published = publié le
pdf-version = version du
pdf-online = Version en ligne
pdf-qr = Code QR : ouvrir la version en ligne,
pdf-explained = Voir dans le guide
pdf-read-do = Lisez chaque point, faites-le, cochez.
pdf-do-confirm = Vérifiez chaque point, puis cochez.
pdf-structure = Nom de la structure
pdf-structure-tip = Nom de la structure
pdf-date = Date
pdf-date-tip = Date de début : jour, mois, année
pdf-name = Rempli par
pdf-name-tip = Nom de la personne qui remplit la liste
pdf-logo = Logo :
pdf-tools = Adresses des outils
pdf-contacts = Qui appeler
pdf-contact-need = Pour
pdf-contact-name = Qui
pdf-contact-phone = Téléphone
pdf-contact-online = En ligne
pdf-none = –
pdf-notes = Notes
pdf-notes-tip = Notes libres
pdf-visa = Visa
pdf-visa-name = Nom et fonction
pdf-visa-name-tip = Nom et fonction de la personne qui signe
pdf-visa-date = Date
pdf-visa-date-tip = Date de signature
pdf-signature = Signature
pdf-signature-tip = Signature : à la main, ou avec un certificat
