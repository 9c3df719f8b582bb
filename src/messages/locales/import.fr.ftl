
## Import (`jalon import`)

failure-import-no-source = il n’y a rien à { $at }
    .help = indiquez un dossier de fichiers Markdown, ou un document (.docx, .odt)
failure-import-too-many = { $at } contient plus de 200 000 fichiers
    .help = indiquez le seul dossier des pages, par exemple `docs`
failure-import-no-page = aucune page n’a été trouvée dans { $at }
    .help = indiquez le dossier qui contient les fichiers Markdown et, avec `--from`, le programme pour lequel ils ont été écrits
failure-import-kind = Jalon ne lit pas encore `{ $at }`
    .help = `jalon help import` donne la liste de ce qu’il lit
failure-import-document = { $at } ne peut pas être lu comme un document (« { $why } »)
    .help = ouvrez-le dans un traitement de texte et enregistrez-le de nouveau

import-working = Importation
import-done = Le guide est dans { $at } ; ce qu’est devenue la source est dans `{ $report }`, au même endroit.
import-found-seen = { $program } ({ $seen }) : { $pages ->
    [one] { COUNT($pages) } page
   *[other] { COUNT($pages) } pages
}, { $files ->
    [one] { COUNT($files) } image ou fichier
   *[other] { COUNT($files) } images et fichiers
}
import-found = { $program } : { $pages ->
    [one] { COUNT($pages) } page
   *[other] { COUNT($pages) } pages
}, { $files ->
    [one] { COUNT($files) } image ou fichier
   *[other] { COUNT($files) } images et fichiers
}
import-links = { $lost ->
    [0] { COUNT($kept) } liens internes mènent où ils menaient
   *[other] { COUNT($kept) } liens internes mènent où ils menaient, { COUNT($lost) } ne menaient nulle part
}
import-whole = { $share } % des pages sont entières ({ COUNT($whole) } sur { COUNT($pages) })
import-report-title = Ce qu’est devenue la source
import-report-first = Par où commencer
import-report-left-out = Laissé de côté
import-report-changed = Changé
import-report-wrong = Déjà faux dans la source
import-report-proposed = Ce que vous pouvez faire
import-report-nothing = Rien.
import-report-check = Ce que dit `jalon check`
import-step-look = Regardez le guide : `jalon serve` dans ce dossier.
import-step-lost = Lisez plus bas ce qui a été laissé de côté ({ $count ->
    [one] { COUNT($count) } ligne
   *[other] { COUNT($count) } lignes
}), et récrivez ce dont les lecteurs ont besoin.
import-step-drafts = Décidez du sort { $count ->
    [one] de la page en brouillon
   *[other] des { COUNT($count) } pages en brouillon
} : les lecteurs ne les voient pas.
import-step-errors = Corrigez { $count ->
    [one] l’erreur que signale
   *[other] les { COUNT($count) } erreurs que signale
} `jalon check` : d’ici là, rien ne peut être publié.
import-step-warnings = Regardez { $count ->
    [one] l’avertissement
   *[other] les { COUNT($count) } avertissements
} quand vous en aurez le temps.
import-fixed = `{ $code }` : { $count ->
    [one] { COUNT($count) } endroit corrigé
   *[other] { COUNT($count) } endroits corrigés
}

import-topic-unreadable = fichiers illisibles
import-finding-unreadable = ceci ne peut pas être lu (« { $why } »)
import-topic-bad-name = noms qui ne sont pas du texte
import-finding-bad-name = le nom n’est pas écrit en UTF-8 ; le fichier n’a pas été lu
import-topic-too-deep = dossiers trop profonds
import-finding-too-deep = ce qui est sous ce dossier n’a pas été lu
import-topic-linked-folder = liens vers des dossiers
import-finding-linked-folder = c’est un lien vers un dossier ; ce qu’il désigne n’a pas été lu une seconde fois
import-topic-not-a-file = choses qui ne sont pas des fichiers
import-finding-not-a-file = ce n’est pas un fichier
import-topic-outside-link = liens hors de la source
import-finding-outside-link = c’est un lien vers `{ $target }`, hors de la source
import-topic-dangling-link = liens vers rien
import-finding-dangling-link = c’est un lien vers `{ $target }`, qui ne peut pas être lu (« { $why } »)
import-topic-too-large = fichiers trop grands
import-finding-too-large = ce texte est trop grand pour être une page
import-topic-include = fichiers à montrer introuvables
import-finding-include = `{ $target }` devait être montré ici ; il n’y a pas de tel fichier dans la source
import-topic-element = parties de la page que seul un navigateur dessinait
import-finding-element = `<{ $name }>` n’a pas d’équivalent et a disparu
import-topic-block = marques de l’autre programme sans équivalent
import-finding-block = `{ $name }` n’a pas d’équivalent et a disparu
import-topic-script = lignes de programme
import-finding-script = `{ $name }` : ce qu’un programme faisait ici a disparu
import-topic-icon = icônes
import-finding-icon = l’icône `{ $name }` a disparu
import-topic-menu-link = liens du menu vers d’autres sites
import-finding-menu-link = « { $title } » mène à { $target } : un menu ne contient que des pages
import-topic-outside-pages = Markdown hors du dossier des pages
import-finding-outside-pages = dans `{ $folder }`, { $count ->
    [one] { COUNT($count) } fichier Markdown n’est pas une page
   *[other] { COUNT($count) } fichiers Markdown ne sont pas des pages
}
import-topic-link-to-no-page = liens vers des fichiers qui ne sont pas des pages
import-finding-link-to-no-page = `{ $target }` n’est pas une page du guide : le texte est resté, le lien a disparu
import-topic-link-to-code = liens vers la documentation d’un code
import-finding-link-to-code = `{ $target }` n’est pas une page de la source : le texte est resté, le lien a disparu
import-topic-made-link = liens dont le site calculait l’adresse
import-finding-made-link = `{ $target }` n’est pas une adresse : un modèle du site en faisait une. Le texte est resté, le lien a disparu
import-topic-script-link = liens qui lancent un programme
import-finding-script-link = `{ $target }` : le texte est resté, le lien a disparu
import-topic-included = fichiers montrés dans une page
import-finding-included = le texte de `{ $target }` est maintenant ici
import-topic-table = tableaux dont des cellules s’étendent
import-finding-table = une cellule qui s’étendait est suivie de cellules vides, et des cartes sont devenues une liste
import-topic-player = lecteurs et pages intégrées
import-finding-player = `<{ $name }>` est maintenant un lien
import-topic-unwrapped = marques dont la forme est perdue
import-finding-unwrapped = `{ $name }` : le contenu est resté, sans sa forme
import-topic-unwrapped-element = éléments dont la forme est perdue
import-finding-unwrapped-element = `<{ $name }>` : les mots sont restés, sans leur forme
import-topic-title-note = notes dans un titre
import-finding-title-note = un titre figure aussi dans les menus : sa note est maintenant derrière le premier paragraphe
import-topic-empty-link = liens sans texte
import-finding-empty-link = personne ne pouvait voir le lien vers `{ $target }` : il a disparu
import-topic-titles = pages à plusieurs titres
import-finding-titles = une page a un seul titre : { $count ->
    [one] { COUNT($count) } autre est maintenant un titre
   *[other] { COUNT($count) } autres sont maintenant des titres
} de deuxième niveau
import-topic-encoding = pages qui n’étaient pas en UTF-8
import-finding-encoding = la page n’était pas en UTF-8 ; regardez ses accents
import-topic-twice-in-menu = pages qui étaient deux fois dans le menu
import-finding-twice-in-menu = `{ $target }` n’est qu’à sa première place
import-topic-not-in-menu = pages qui n’étaient pas dans le menu
import-finding-not-in-menu = la page est à la fin du guide
import-topic-unpublished = pages qui n’étaient pas publiées
import-finding-unpublished = aucune liste ne nommait cette page : c’est un brouillon à la fin du guide, sauf si une page y mène
import-topic-linked-page = pages non publiées vers lesquelles mène une page
import-finding-linked-page = une page y mène, elle est donc publiée
import-topic-withheld = pages qui n’étaient pas pour les lecteurs
import-finding-withheld = `{ $name }` retirait la page aux lecteurs : c’est un brouillon
import-topic-hidden = pages que les menus ne montraient pas
import-finding-hidden = `{ $name }` retirait la page des menus : elle est maintenant dans le menu, et la recherche ne la connaît pas
import-topic-front-keys = clés en tête des pages
import-finding-front-keys = { $name } : sans équivalent, laissées de côté
import-topic-settings = réglages illisibles
import-finding-settings = les réglages ne peuvent pas être lus en entier (« { $why } »)
import-topic-front = en-têtes de pages illisibles
import-finding-front = l’en-tête de la page n’est pas correct (« { $why } ») ; chaque ligne a été lue pour elle-même
import-topic-missing-in-menu = pages que le menu nomme et qui n’existent pas
import-finding-missing-in-menu = « { $title } » mène à `{ $target }`, qui n’existe pas
import-topic-outside-menu = pages du menu hors de la source
import-finding-outside-menu = « { $title } » mène à `{ $target }`, hors de la source
import-topic-missing-link = liens vers rien
import-finding-missing-link = `{ $target }` n’existe pas dans la source
import-topic-missing-picture = images qui n’existent pas
import-finding-missing-picture = `{ $target }` n’existe pas dans la source
import-topic-missing-anchor = liens vers des endroits qui n’existent pas
import-finding-missing-anchor = `{ $target }` : la page n’a pas cet endroit ; le lien mène en haut de la page, comme avant
import-topic-person = personnes citées sur plusieurs pages
import-finding-person = { $name }, { $address }, figure sur { $count } pages : un contact du registre garderait ces coordonnées à un seul endroit
import-topic-address = anciennes adresses impossibles à garder
import-finding-address = `{ $target }` contient une espace ou un signe qu’aucune ancienne adresse d’un guide ne peut avoir : les liens d’ailleurs vers cette page sont perdus
import-topic-contact = adresses électroniques sur plusieurs pages
import-finding-contact = { $address } est sur { $count } pages : un contact du registre la garderait à un seul endroit
import-other-pages = Autres pages
import-topic-planned = pages seulement annoncées
import-finding-planned = « { $title } » est dans le menu sans page : c’est un brouillon
import-topic-remote-picture = images sur d’autres sites
import-finding-remote-picture = `{ $target }` est maintenant un lien : un guide contient lui-même ses images
import-topic-other-language = pages dans d’autres langues
import-finding-other-language = { $count ->
    [one] { COUNT($count) } page
   *[other] { COUNT($count) } pages
} dans la langue `{ $name }` : un guide en a une seule ; importez-les dans un guide à part
import-topic-other-version = pages d’autres versions
import-finding-other-version = { $count ->
    [one] { COUNT($count) } page
   *[other] { COUNT($count) } pages
} de la version `{ $name }` : un guide en a une seule ; les liens vers elles mènent à la page du même nom
import-topic-published-link = liens vers d’autres parties du site publié
import-finding-published-link = `{ $target }` n’est pas dans le guide : le lien mène au site publié
import-topic-link-outside = liens hors de la source
import-finding-link-outside = `{ $target }` sort de la source, et les réglages ne disent pas où il mène : le texte est resté, le lien a disparu
import-topic-broken-link = liens que GitBook disait déjà rompus
import-finding-broken-link = `{ $target }` : la page avait déjà disparu ; le texte est resté, le lien a disparu
import-topic-empty-target = liens sans destination
import-finding-empty-target = `{ $target }` ne menait nulle part : le texte est resté, le lien a disparu
import-topic-redirect = anciennes adresses des réglages qu’un guide ne peut pas avoir
import-finding-redirect = `{ $name }` menait à `{ $target }` : dans un guide, une ancienne adresse est une seule adresse et mène à une page
import-topic-made-redirects = anciennes adresses faites par un programme
import-finding-made-redirects = ce que `{ $name }` fait des adresses ne peut être connu sans l’exécuter : indiquez ces adresses dans les `aliases` de leurs pages
import-topic-missing-redirect = anciennes adresses qui ne menaient à rien
import-finding-missing-redirect = `{ $name }` devait mener à `{ $target }`, qui n’existe pas dans la source
import-topic-block-words = éléments dont il ne reste que les mots
import-finding-block-words = ce que `{ $name }` fait de ses mots n’est pas connu : seuls ces mots sont restés
