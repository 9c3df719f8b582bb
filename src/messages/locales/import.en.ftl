
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

import-working = Reading the pages…
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
