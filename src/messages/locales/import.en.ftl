
## Import (`jalon import`)

failure-import-no-source = there is nothing at { $at }
    .help = name a folder of Markdown files, or a document (.docx, .odt)
failure-import-too-many = { $at } holds more than 200,000 files
    .help = name the folder of the pages alone, for instance `docs`
failure-import-no-page = no page was found in { $at }
    .help = name the folder that holds the Markdown files, and with `--from` the program that they were written for
failure-import-kind = Jalon does not read `{ $at }` yet
    .help = `jalon help import` lists what it reads
failure-import-document = { $at } cannot be read as a document (“{ $why }”)
    .help = open it in a word processor and save it again

import-working = Importing
import-done = The guide is in { $at }; what became of the source is in `{ $report }` there.
import-found-seen = { $program } ({ $seen }): { $pages ->
    [one] { COUNT($pages) } page
   *[other] { COUNT($pages) } pages
}, { $files ->
    [one] { COUNT($files) } picture or file
   *[other] { COUNT($files) } pictures and files
}
import-found = { $program }: { $pages ->
    [one] { COUNT($pages) } page
   *[other] { COUNT($pages) } pages
}, { $files ->
    [one] { COUNT($files) } picture or file
   *[other] { COUNT($files) } pictures and files
}
import-links = { $lost ->
    [0] { COUNT($kept) } links inside the source lead where they did
   *[other] { COUNT($kept) } links inside the source lead where they did, { COUNT($lost) } led nowhere
}
import-whole = { $share } % of the pages are whole ({ COUNT($whole) } of { COUNT($pages) })
import-report-title = What became of the source
import-report-first = What to do first
import-report-left-out = Left out
import-report-changed = Changed
import-report-wrong = Wrong in the source already
import-report-proposed = What you may do
import-report-nothing = Nothing.
import-report-check = What `jalon check` says
import-step-look = Look at the guide: `jalon serve` in this folder.
import-step-lost = Read what was left out below ({ $count ->
    [one] { COUNT($count) } line
   *[other] { COUNT($count) } lines
}), and write again what readers need.
import-step-drafts = Decide about { $count ->
    [one] the page that is a draft
   *[other] the { COUNT($count) } pages that are drafts
}: readers do not see them.
import-step-errors = Correct { $count ->
    [one] the error
   *[other] the { COUNT($count) } errors
} that `jalon check` reports: until then, nothing can be published.
import-step-warnings = Look at { $count ->
    [one] the warning
   *[other] the { COUNT($count) } warnings
} as you find the time.
import-fixed = `{ $code }`: { $count ->
    [one] { COUNT($count) } place was corrected
   *[other] { COUNT($count) } places were corrected
}

import-topic-unreadable = files that cannot be read
import-finding-unreadable = this cannot be read (“{ $why }”)
import-topic-bad-name = names that are not text
import-finding-bad-name = the name is not written in UTF-8; the file was not read
import-topic-too-deep = folders that are too deep
import-finding-too-deep = what is below this folder was not read
import-topic-linked-folder = links to folders
import-finding-linked-folder = this is a link to a folder; what it leads to was not read a second time
import-topic-not-a-file = things that are no files
import-finding-not-a-file = this is no file
import-topic-outside-link = links out of the source
import-finding-outside-link = this is a link to `{ $target }`, which is outside of the source
import-topic-dangling-link = links to nothing
import-finding-dangling-link = this is a link to `{ $target }`, which cannot be read (“{ $why }”)
import-topic-too-large = files that are too large
import-finding-too-large = this text is too large to be a page
import-topic-include = files to show that were not found
import-finding-include = `{ $target }` was to be shown here; there is no such file in the source
import-topic-element = parts of the page that only a browser could draw
import-finding-element = `<{ $name }>` has no counterpart and is gone
import-topic-block = marks of the other program without a counterpart
import-finding-block = `{ $name }` has no counterpart and is gone
import-topic-script = lines of a program
import-finding-script = `{ $name }`: what a program did here is gone
import-topic-icon = icons
import-finding-icon = the icon `{ $name }` is gone
import-topic-menu-link = links to other sites in the menu
import-finding-menu-link = “{ $title }” leads to { $target }: a menu only holds pages
import-topic-outside-pages = Markdown outside of the folder of pages
import-finding-outside-pages = in `{ $folder }`, { $count ->
    [one] { COUNT($count) } Markdown file is no page
   *[other] { COUNT($count) } Markdown files are no pages
}
import-topic-link-to-no-page = links to files that are no pages
import-finding-link-to-no-page = `{ $target }` is no page of the guide: the text stayed, the link is gone
import-topic-link-to-code = links to the documentation of code
import-finding-link-to-code = `{ $target }` is no page of the source: the text stayed, the link is gone
import-topic-made-link = links whose address the site worked out
import-finding-made-link = `{ $target }` is no address: a template of the site made one of it. The text stayed, the link is gone
import-topic-script-link = links that run a program
import-finding-script-link = `{ $target }`: the text stayed, the link is gone
import-topic-included = files shown inside a page
import-finding-included = the text of `{ $target }` stands here now
import-topic-table = tables with cells over several columns or rows
import-finding-table = a cell that spanned several others is followed by empty ones, and cards are a list
import-topic-player = players and embedded pages
import-finding-player = `<{ $name }>` is a link now
import-topic-unwrapped = marks whose form is lost
import-finding-unwrapped = `{ $name }`: the content stayed, without its form
import-topic-unwrapped-element = elements whose form is lost
import-finding-unwrapped-element = `<{ $name }>`: the words stayed, without their form
import-topic-title-note = footnotes in titles
import-finding-title-note = a title stands in menus too: its footnote is now behind the first paragraph
import-topic-empty-link = links without words
import-finding-empty-link = nobody could see the link to `{ $target }`: it is gone
import-topic-titles = pages with several titles
import-finding-titles = a page has one title: { $count ->
    [one] { COUNT($count) } other is a heading
   *[other] { COUNT($count) } others are headings
} of the second level now
import-topic-encoding = pages that were not in UTF-8
import-finding-encoding = the page was not in UTF-8; look at its accents
import-topic-twice-in-menu = pages that stood twice in the menu
import-finding-twice-in-menu = `{ $target }` stands at its first place only
import-topic-not-in-menu = pages that were not in the menu
import-finding-not-in-menu = the page is at the end of the guide
import-topic-unpublished = pages that were not published
import-finding-unpublished = no list named this page: it is a draft at the end of the guide, unless a page links to it
import-topic-linked-page = unpublished pages to which a page links
import-finding-linked-page = a page links to it, so it is published
import-topic-withheld = pages that were not for readers
import-finding-withheld = `{ $name }` kept the page from readers: it is a draft
import-topic-hidden = pages that menus did not show
import-finding-hidden = `{ $name }` kept the page out of menus: it is in the menu now, and the search does not know it
import-topic-front-keys = keys at the top of pages
import-finding-front-keys = { $name }: no counterpart, left out
import-topic-settings = settings that cannot be read
import-finding-settings = the settings cannot be read in full (“{ $why }”)
import-topic-front = lines at the top of pages that cannot be read
import-finding-front = the lines at the top of the page are not correct (“{ $why }”); each was read by itself
import-topic-missing-in-menu = pages that the menu names and that do not exist
import-finding-missing-in-menu = “{ $title }” leads to `{ $target }`, which does not exist
import-topic-outside-menu = pages of the menu outside of the source
import-finding-outside-menu = “{ $title }” leads to `{ $target }`, outside of the source
import-topic-missing-link = links to nothing
import-finding-missing-link = `{ $target }` does not exist in the source
import-topic-missing-picture = pictures that do not exist
import-finding-missing-picture = `{ $target }` does not exist in the source
import-topic-missing-anchor = links to places that do not exist
import-finding-missing-anchor = `{ $target }`: the page has no such place; the link leads to its top, as before
import-topic-person = people on several pages
import-finding-person = { $name }, { $address }, stands on { $count } pages: a contact of the registry would keep the address in one place
import-topic-address = former addresses that cannot be kept
import-finding-address = `{ $target }` has a blank or a sign that no former address of a guide may have: links from elsewhere to this page are lost
import-topic-contact = mail addresses on several pages
import-finding-contact = { $address } stands on { $count } pages: a contact of the registry would keep it in one place
import-other-pages = Other pages
import-topic-planned = pages that are only announced
import-finding-planned = “{ $title }” is in the menu without a page: it is a draft
import-topic-remote-picture = pictures on other sites
import-finding-remote-picture = `{ $target }` is a link now: a guide holds its pictures itself
import-topic-other-language = pages in other languages
import-finding-other-language = { $count ->
    [one] { COUNT($count) } page
   *[other] { COUNT($count) } pages
} in the language `{ $name }`: a guide has one; import them into a guide of their own
import-topic-other-version = pages of other versions
import-finding-other-version = { $count ->
    [one] { COUNT($count) } page
   *[other] { COUNT($count) } pages
} of the version `{ $name }`: a guide has one; links to them lead to the page of the same name
import-topic-published-link = links to other parts of the published site
import-finding-published-link = `{ $target }` is no part of the guide: the link leads to the published site
import-topic-link-outside = links out of the source
import-finding-link-outside = `{ $target }` leads out of the source, and its settings do not tell where: the text stayed, the link is gone
import-topic-broken-link = links that GitBook had marked as broken
import-finding-broken-link = `{ $target }`: the page was gone already; the text stayed, the link is gone
import-topic-empty-target = links without a target
import-finding-empty-target = `{ $target }` led nowhere: the text stayed, the link is gone
import-topic-redirect = former addresses of the settings that a guide cannot have
import-finding-redirect = `{ $name }` led to `{ $target }`: in a guide, a former address is one address and leads to a page
import-topic-made-redirects = former addresses that a program made
import-finding-made-redirects = what `{ $name }` makes of addresses cannot be known without running it: name such addresses as `aliases` of their pages
import-topic-missing-redirect = former addresses that led to nothing
import-finding-missing-redirect = `{ $name }` was to lead to `{ $target }`, which does not exist in the source
import-topic-block-words = parts of which only the words are left
import-finding-block-words = what `{ $name }` makes of its words is not known: they stand alone
