
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

import-working = Lecture des pages…
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
