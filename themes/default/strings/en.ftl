# The words of the interface. A guide changes them in guide/strings/en.ftl.

## Header, menu, landmarks
skip-to-content = Skip to content
search = Search
use-dark = Dark mode
use-light = Light mode
menu = Menu
# $count: pages that the menu does not show
menu-more = { $count ->
    [one] { $count } more page
   *[other] { $count } more pages
}
# $title : the page above
menu-below = Pages of “{ $title }”
breadcrumb = Breadcrumb
on-this-page = On this page
contents = Contents
pager = Previous and next page
previous-page = Previous page
next-page = Next page
previous-step = Previous step
next-step = Next step
# $number: this step; $total: how many steps
step-of = Step { $number } of { $total }

## Search
# Joined by “|” in the page: keep that sign out. $count: number of results; $words: words as understood
search-start = Start the search
search-none = No result.
search-one = 1 result
search-many = { $count } results
search-mended = Results for “{ $words }”
search-instead = No results for “{ $typed }”; results for “{ $meant }”
search-failed = The search could not be loaded.
search-results = Search results
search-more = Show more results
search-close = Close
search-roles = Who is it for?
search-all-roles = Everybody
search-contacts = Whom to contact, in order
search-index = From A to Z

## Page
# $title: title of the part
link-to-heading = Link to “{ $title }”
link-copied = The link is copied.
offline = Read offline: this page may have changed.
# $date: day on which the page was read online
offline-dated = Read offline: this is the page as it was on { $date }.
summary = In short
for-roles = For:
checked-on = Checked on
published-on = Published on
to-check = to be checked
to-check-all = To be checked: these details have not been confirmed recently.
to-check-some = “To check”: these details have not been confirmed recently.
review-overdue = To be checked
last-checked-on = Page last reviewed on
may-have-changed = Its content may have changed.
owner = Page owner:
report = Report a mistake
edit = Edit this page
print = Print

## Home and sections
you-are = You are…
journey = The journey
steps = The steps
in-this-section = In this section

## Code
code-copy = Copy the code
code-copied = Copied
code-not-copied = Not copied: press Ctrl+C

## Checklists
# $title : title of the list ; $guide : title of the guide
sheet-description = Checklist “{ $title }” of the guide “{ $guide }”
from-page = From the page
to-read = To read
criteria = Is everything done?
who-does-what = Who does what
other-contacts = Other contacts
to-print = To print
# $role: name of the role; $guide: title of the guide
role-description = Tasks, contacts and pages to read for “{ $role }” in the guide “{ $guide }”
no-task = This role has no tasks in the guide.
# $count: number of the role's tasks
role-tasks = This role has { COUNT($count) } tasks, too many for one page. Here are the lists that hold them, section by section.
# $count: number of tasks in a list
task-count = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
answer-yes = Yes
answer-no = No
# $done: number of tasks that are done; $total: number of tasks
tasks-done = Done: { $done } of { $total }
# $left: number of tasks that are left; $total: number of tasks
tasks-left = Left to do: { $left } of { $total }
clear-ticks = Clear all ticks
undo = Put my ticks back
ticks-take-back = Remove the added ticks
ticks-cleared = All ticks are cleared.
ticks-restored = Your ticks are back.
ticks-refused = This browser does not keep your ticks.
ticks-refused-what = They will be gone when you leave the page. To keep them, copy them below or print the list.
ticks-tools = Print the list or take it with you
print-list = Print
print-ticks = With my ticks
print-left = Only what is left to do
print-blank = Blank
print-whole = The whole page, not only this list
ticks-move = Continue on another device
ticks-move-how = Send yourself a link, then open it on the other device: your ticks will be there.
ticks-send = Send my progress
ticks-text = Link or text received
ticks-paste = Add these ticks
ticks-copied = The link is copied: it contains your ticks for the whole guide. Paste it into a message.
ticks-by-hand = Copy the text below: it contains your ticks for the whole guide.
# $count: number of boxes
ticks-added = Ticks added: { $count }
ticks-known = These boxes were ticked already.
# $count: number of ticks; $tasks: their names
ticks-lost = Ticks with no task on this page: { $count } ({ $tasks })
ticks-nothing = Nothing is ticked yet.
ticks-none = There are no ticks in this text. Paste the whole text.
call = Whom to call
to-list = Go to the boxes to tick
pdf-role = All my tasks
# $title: title of the list
pdf-list = Checklist “{ $title }”
# $size: size of the file in bytes
pdf-details = PDF to fill in, A4, { BYTES($size) }
pdf-details-later = PDF to fill in, A4

## Cards
# $rank: order of recourse
recourse = { $rank }.
to-call = Call
to-write = Write
to-open = Open
more = More
uses = For
organisation = Organisation
email = E-mail
phone = Telephone
hours = Hours
form = Form
faq = Frequent questions
reply-time = Reply time
territory = Area
replaced-by = Replaced by
vcard = Add to my contacts (vCard)
mentioned-in = Mentioned in
mandatory = Mandatory
official-name = Official name
access = Access
access-mode-open = open
access-mode-account = with an account
access-mode-proconnect = with ProConnect
access-mode-structure-account = with the organisation’s account
access-mode-via-tool = from another tool
access-via = Access through
access-needs = Requires
access-note = Good to know
web-address = Web address
help = Help
contacts = Contacts
contact = Contact
kind-tutorial = Tutorial
kind-document = Document
kind-form = Form
kind-faq = Frequent questions
kind-page = Web page
link-to-complete = link to be added
to-complete = to be completed

## Index, page not found, page moved
index-intro = All pages, contacts, tools and terms of the guide, from A to Z.
letters = Letters of the index
not-found-why = The address may be mistyped, or the page no longer exists.
not-found-where = The guide’s home page is at the beginning of the address: delete what follows the name of the site.
not-found-home = Back to the home page
not-found-search = Search the guide
withdrawn-title = Page withdrawn
withdrawn-last = Its last day of publication was { $date }.
moved = This page has moved
gone = This page has been withdrawn

## Accessibility statement (after the official French model, RGAA)
statement-commitment = { $publisher } is committed to making its website accessible, in accordance with article 47 of French law no. 2005-102 of 11 February 2005.
statement-publisher = The publisher of this site
statement-scope = This accessibility statement applies to the website “{ $site }”.
statement-state = Compliance status
statement-none = The website “{ $site }” does not comply with the French general accessibility framework (RGAA).
statement-partial = The website “{ $site }” partially complies with the French general accessibility framework (RGAA), owing to the non-compliances and exemptions listed below.
statement-full = The website “{ $site }” fully complies with the French general accessibility framework (RGAA).
statement-results = Test results
statement-no-audit = No compliance audit has been carried out yet.
statement-audit = The compliance audit was carried out on { $date } by { $auditor }.
statement-percent = It shows that { $percent }% of the RGAA criteria are met.
statement-contact = Feedback and contact
statement-contact-why = If you cannot reach some content or a service, you can contact whoever is responsible for “{ $site }” to be directed to an accessible alternative or to get the content in another form.
statement-contact-label = Contact:
statement-redress = Enforcement procedure
statement-redress-when = Use this procedure if you have reported to whoever is responsible for the website an accessibility fault that keeps you from some content or one of its services, and you have not had a satisfactory answer. You can:
statement-redress-form = write to the French Defender of Rights
statement-redress-delegate = contact the Defender of Rights’ delegate in your region
statement-redress-post = send a letter by post (free, no stamp needed): Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.

## Legal notice
legal-publisher = Publisher
legal-name = Name
legal-director = Director of publication
legal-host = Host
address = Address

## Personal data
data-reading = While you read
data-no-tracker = This site sets no cookie, measures no audience and calls no third-party service.
data-search-server = This site sets no cookie and measures no audience. What you type in the search box is sent to { $server }, which searches it. Nothing else goes to anybody.
data-logs = Like any server, the host’s may keep a technical log of visits (IP address, date, page asked for). The host answers for that log.
data-device = What stays on your device
data-device-what = The boxes you tick and your choice of light or dark display are kept in your browser. They are sent nowhere.
data-device-erase = To erase them, delete this site’s data in your browser’s settings.
data-people = People named here
data-people-what = The guide may give the name and work contact details of people to contact. They are only used to reach the right person.
data-rights = Your rights
data-rights-what = You can ask to see, correct or remove data about you. Write to:
data-controller = Controller
data-complaint = If the answer does not satisfy you, you can
data-complaint-link = complain to the CNIL

## Words that Jalon puts into the text of pages
alert-note = Good to know
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
alert-kind = { $kind }:
who = Who:
who-column = Who
what = What
when = When
where = Where
# $date: the last day on which it was true
outdated = Out of date since { $date }
# $number: which table of the page
table = Table { $number }
footnotes = Notes
footnote-back = Back to the text of note
# $words: what is missing
placeholder = To complete: { $words }
placeholder-bare = To complete
due-now = on the day
# $count: how many days, weeks or months
due-before-day = { $count ->
    [one] the day before
   *[other] { $count } days before
}
due-before-week = { $count ->
    [one] a week before
   *[other] { $count } weeks before
}
due-before-month = { $count ->
    [one] a month before
   *[other] { $count } months before
}
due-after-day = { $count ->
    [one] the day after
   *[other] { $count } days after
}
due-after-week = { $count ->
    [one] a week after
   *[other] { $count } weeks after
}
due-after-month = { $count ->
    [one] a month after
   *[other] { $count } months after
}
# $page: title of the page
report-subject = Error in “{ $page }”

## Pages that Jalon writes by itself
title-contacts = Contacts
title-tools = Tools
title-resources = Documents
title-roles = Roles
title-organisations = Organisations
title-terms = Glossary
title-role = Role
title-book = The whole guide as PDF
title-whole = The whole guide
title-map = Site map
title-search = Search and index
title-accessibility = Accessibility statement
title-legal = Legal notice
title-personal-data = Personal data
title-not-found = Page not found
accessibility-none = Accessibility: not compliant
accessibility-partial = Accessibility: partially compliant
accessibility-full = Accessibility: fully compliant
kind-contact = contact
kind-tool = tool
kind-term = term
kind-role = role
kind-resource = document
kind-organisation = organisation

## Checklists to print (PDF)
book-cover = Cover
book-accessibility = Headings, lists and tables have their structure, pictures have alternative text, and links lead to their places.
pdf-book-contents = Contents
pdf-book-index = Index of contacts
pdf-book-pages = Pages
pdf-book-reached = How to reach it
pdf-page = Page
pdf-published = published on
pdf-version = version of
pdf-online = Online version
pdf-qr = QR code: open the online version,
pdf-explained = See in the guide
pdf-read-do = Read each item, do it, tick it.
pdf-do-confirm = Check each item, then tick it.
pdf-structure = Name of the organisation
pdf-structure-tip = Name of the organisation
pdf-date = Date
pdf-date-tip = Start date: day, month, year
pdf-name = Filled in by
pdf-name-tip = Name of the person who fills in the list
pdf-logo = Logo:
pdf-tools = Addresses of the tools
pdf-contacts = Whom to call
pdf-contact-need = For
pdf-contact-name = Who
pdf-contact-phone = Telephone
pdf-contact-online = Online
pdf-none = –
pdf-notes = Notes
pdf-notes-tip = Free notes
pdf-visa = Approval
pdf-visa-name = Name and position
pdf-visa-name-tip = Name and position of the person who signs
pdf-visa-date = Date
pdf-visa-date-tip = Date of signature
pdf-signature = Signature
pdf-signature-tip = Signature: by hand, or with a certificate
