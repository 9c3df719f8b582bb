//! Sheets that are hard to lay out: one task, ten pages, a question at the foot of a page, hostile text.
use jalon::model::{
    Anchor, Branch, ChecklistMode, Date, Language, Run, Sheet, SheetContact, SheetField, SheetSection,
    SheetTask, SheetTool,
};

/// A text without formatting.
pub(crate) fn text(words: &str) -> Vec<Run> {
    vec![Run::Text(words.to_owned())]
}

/// A task of the page `/page/`.
pub(crate) fn task(id: &str, words: &str) -> SheetTask {
    SheetTask {
        delay: None,
        key: format!("/page/#{id}"),
        id: Anchor::new(id),
        number: None,
        done: false,
        text: text(words),
        help: Vec::new(),
        roles: Vec::new(),
        due: None,
        important: false,
        branch: None,
        tasks: Vec::new(),
    }
}

/// A group of tasks.
pub(crate) fn section(title: &str, tasks: Vec<SheetTask>) -> SheetSection {
    SheetSection { title: title.to_owned(), url: None, ordered: false, tasks }
}

/// A sheet in French with an address.
pub(crate) fn sheet(id: &str, title: &str, sections: Vec<SheetSection>) -> Sheet {
    Sheet {
        id: id.to_owned(),
        language: Language::French,
        guide: "Guide du numérique associatif".to_owned(),
        trail: vec!["Sécurité".to_owned(), title.to_owned()],
        publisher: Some("Collectif Exemple".to_owned()),
        title: title.to_owned(),
        description: format!("Liste de contrôle : {title}"),
        facts: Vec::new(),
        updated: Date::new(2026, 11, 23),
        url: Some(format!("https://guide.example.org/securite/{id}/")),
        mode: ChecklistMode::ReadDo,
        fit_pages: Some(1),
        sections,
        ..Sheet::default()
    }
}

fn below(mut task: SheetTask, tasks: Vec<SheetTask>) -> SheetTask {
    task.tasks = tasks;
    task
}

fn answer(mut task: SheetTask, branch: Branch) -> SheetTask {
    task.branch = Some(branch);
    task
}

fn when(mut task: SheetTask, due: &str, roles: &[&str]) -> SheetTask {
    task.due = (!due.is_empty()).then(|| due.to_owned());
    task.roles = roles.iter().map(|role| (*role).to_owned()).collect();
    task
}

fn helped(mut task: SheetTask, help: &str) -> SheetTask {
    task.help.push(text(help));
    task
}

fn important(mut task: SheetTask) -> SheetTask {
    task.important = true;
    task
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect()
}

fn contact(need: &str, name: &str) -> SheetContact {
    SheetContact { need: need.to_owned(), name: name.to_owned(), ..SheetContact::default() }
}

/// A single task, without an address.
pub(crate) fn smallest() -> Sheet {
    let mut sheet =
        sheet("petite", "Fermer le local", vec![section("", vec![task("porte", "Fermer la porte à clé.")])]);
    sheet.url = None;
    sheet.updated = None;
    sheet.published = Date::new(2026, 11, 23);
    sheet.publisher = None;
    sheet.trail = Vec::new();
    sheet
}

/// The tasks of the first hour.
fn first_hour() -> Vec<SheetTask> {
    let mut noted = important(when(task("noter", ""), "0 h", &["Référent"]));
    noted.text = [
        text("Noter l’heure et ce qui a été vu\u{a0}: "),
        vec![Run::Strong(text("qui, quoi, où")), Run::Text(".".to_owned())],
    ]
    .concat();
    vec![
        noted,
        when(
            task("mdp", "Changer le mot de passe du compte touché et fermer les sessions ouvertes."),
            "15 min",
            &[],
        ),
        below(
            task("admin", "Le compte administrateur est-il touché\u{202f}?"),
            vec![
                answer(
                    below(
                        task(
                            "admin-oui",
                            "Si oui, changer tous les mots de passe depuis un autre appareil\u{a0}:",
                        ),
                        vec![
                            task("messagerie", "messagerie et agenda\u{202f};"),
                            task("hebergeur", "hébergeur."),
                        ],
                    ),
                    Branch::Yes,
                ),
                answer(task("admin-non", "Si non, bloquer le seul compte touché."), Branch::No),
            ],
        ),
        helped(
            task("preuves", "Garder les preuves\u{a0}: captures d’écran, journaux, courriels."),
            "Ne rien effacer, ne pas réinstaller l’ordinateur avant l’avis d’un spécialiste.",
        ),
    ]
}

/// The tasks of the first day.
fn first_day() -> Vec<SheetTask> {
    let link = Run::Link(
        "https://www.cnil.fr/fr/notifier-une-violation-de-donnees-personnelles".to_owned(),
        text("téléservice de notification"),
    );
    let mut notified = answer(important(when(task("cnil", ""), "72 h", &["Président·e"])), Branch::Yes);
    notified.text = vec![
        Run::Text("Si oui, notifier la CNIL avant 72 h avec le ".to_owned()),
        link,
        Run::Text(".".to_owned()),
    ];
    vec![
        when(
            task(
                "lister",
                "Lister les données touchées (noms, adresses, santé, banque…) et le nombre de personnes.",
            ),
            "",
            &["Référent"],
        ),
        below(
            helped(
                task("risque", "Y a-t-il un risque pour les personnes\u{202f}?"),
                "Par exemple\u{a0}: usurpation d’identité, hameçonnage, données de santé ou de mineurs.",
            ),
            vec![
                notified,
                answer(
                    task(
                        "registre",
                        "Si non, écrire dans le registre pourquoi la notification n’est pas nécessaire.",
                    ),
                    Branch::No,
                ),
            ],
        ),
    ]
}

/// All that the checklist of a page can have, on one page.
pub(crate) fn leak() -> Sheet {
    let third = vec![
        task("faits", "Registre des violations rempli\u{a0}: faits, effets, mesures prises."),
        when(
            task("reunion", "Réunion «\u{a0}ce que nous avons appris\u{a0}» planifiée sous 15 jours."),
            "15 jours après",
            &[],
        ),
    ];
    let mut sheet = sheet(
        "fuite",
        "Réagir à une fuite de données\u{a0}: les 72 premières heures",
        vec![
            section("Dans l’heure\u{a0}: arrêter la fuite", first_hour()),
            section("Dans la journée\u{a0}: mesurer", first_day()),
            section("Avant de refermer", third),
        ],
    );
    sheet.facts = pairs(&[
        ("Pour", "Référent numérique"),
        ("Quand", "Dès la découverte"),
        ("Durée", "1 h, puis 72 h"),
        ("Il faut", "Accès administrateur"),
    ]);
    sheet.contacts = vec![
        SheetContact {
            url: Some("https://17cyber.gouv.fr/".to_owned()),
            ..contact("Aide technique, victime d’une attaque", "17Cyber")
        },
        SheetContact {
            phone: Some(("01 53 73 22 22".to_owned(), "tel:+33153732222".to_owned())),
            url: Some("https://www.cnil.fr/".to_owned()),
            email: Some("contact@example.org".to_owned()),
            ..contact("Notifier une violation", "CNIL")
        },
        SheetContact {
            email: Some("astreinte@example.org".to_owned()),
            ..contact("Geler les accès", "Hébergeur")
        },
    ];
    sheet
}

/// The same with an edition, fields of the guide's own and a tool.
pub(crate) fn leak_with_fields() -> Sheet {
    let mut sheet = leak();
    "fuite-champs".clone_into(&mut sheet.id);
    sheet.edition = Some("Édition 2026-2".to_owned());
    sheet.fields = [("field-commune", "Commune"), ("field-dossier", "N° de dossier")]
        .map(|(name, label)| SheetField { name: name.to_owned(), label: label.to_owned() })
        .to_vec();
    sheet.tools = vec![SheetTool {
        name: "Gestionnaire de mots de passe".to_owned(),
        url: "https://coffre.example.org/entrer".to_owned(),
    }];
    sheet
}

/// Nine tasks.
pub(crate) fn nine() -> Sheet {
    let tasks =
        (1..=9).map(|n| task(&format!("t{n}"), &format!("Vérifier le point {n} avec le bureau."))).collect();
    let mut sheet = sheet("neuf", "Vérifier les neuf points", vec![section("Les points", tasks)]);
    sheet.mode = ChecklistMode::DoConfirm;
    sheet
}

/// The tasks of a role in the whole guide: ten pages, numbered steps, three levels, long names of roles.
pub(crate) fn ten_pages() -> Sheet {
    let roles = ["Président·e", "Trésorière", "Secrétaire", "Référent numérique", "Conseil d’administration"];
    let sections = (1..=20).map(|n| {
        let tasks = (1..=6).map(|m| {
            let id = format!("s{n}-t{m}");
            let words = format!("Vérifier le point {n}.{m} avec le trésorier, la secrétaire et le conseil, puis consigner la décision.");
            let task = task(&id, &words);
            let number = (n % 2 == 0).then_some(m);
            let task = SheetTask { number, done: m == 1, ..task };
            let task = helped(task, "Une phrase suffit. Indiquer la date, le nom de la personne et la pièce jointe éventuelle.");
            match m {
                2 => when(task, "30 jours avant", &roles[..1]),
                3 => when(task, "un mois après", &roles),
                4 => below(task, vec![below(self::task(&format!("{id}-a"), "Deuxième niveau"), vec![self::task(&format!("{id}-b"), "Troisième niveau")])]),
                _ => task,
            }
        });
        SheetSection {
            url: Some(format!("https://guide.example.org/etapes/{n}/#etapes")),
            ordered: n % 2 == 0,
            ..section(&format!("Étape {n}\u{a0}: préparer l’année"), tasks.collect())
        }
    });
    let mut sheet = sheet("annee", "Préparer l’année numérique de l’association", sections.collect());
    sheet.fit_pages = None;
    sheet
}

/// Enough tasks for the question and its answers to begin at the foot of the first page.
pub(crate) fn foot(tasks: usize) -> Sheet {
    let before = |n| task(&format!("t{n}"), &format!("Tâche {n} d’une liste qui remplit la page."));
    let question = below(
        task("question", "Le local est-il prêt\u{202f}?"),
        vec![
            answer(task("oui", "Si oui, ouvrir les portes."), Branch::Yes),
            answer(task("non", "Si non, prévenir le gardien."), Branch::No),
        ],
    );
    let tasks = (1..=tasks).map(before).chain([question]).collect();
    let mut sheet = sheet("pied", "Une question au pied de la page", vec![section("Ouverture", tasks)]);
    sheet.fit_pages = Some(9);
    sheet
}

/// Addresses and words of 160 characters.
pub(crate) fn long_words() -> Sheet {
    let address = format!("https://exemple.gouv.fr/{}", "demarches-simplifiees/".repeat(7))
        .chars()
        .take(160)
        .collect::<String>();
    let mut linked = task("lien", "");
    linked.text = vec![
        Run::Text("Ouvrir ".to_owned()),
        Run::Link(address.clone(), text(&address)),
        Run::Text(" puis signer.".to_owned()),
    ];
    let mut bare = task("code", "");
    bare.text =
        vec![Run::Text("Recopier ".to_owned()), Run::Code("a".repeat(160)), Run::Text(".".to_owned())];
    let mut sheet = sheet(
        "longs",
        &format!("Adresses {}", "z".repeat(80)),
        vec![section("Mots sans fin", vec![linked, bare, task("nue", &address)])],
    );
    sheet.contacts = vec![SheetContact {
        url: Some(address.clone()),
        email: Some(format!("{}@example.org", "adresse.".repeat(12))),
        ..contact("Écrire", &"Nom".repeat(30))
    }];
    sheet.url = Some(format!("{address}/"));
    sheet.facts = pairs(&[("Il faut", &address), ("Quand", "Bientôt")]);
    sheet
}

/// Text with a meaning in Typst, JSON or PDF, and characters that no font has.
pub(crate) fn hostile() -> Sheet {
    let words = [
        "Mots à prendre tels quels\u{a0}: # $ * _ < > \\ @ ~ [ ] { } ( ) ` ' \" = - + / % & | ^",
        "#import \"/data.json\": * #panic(\"non\") $x^2$ *gras* _penché_ `code` <label> @ref https://a.example //",
        "{\"t\": \"link\", \"href\": \"x-form:{}\"} \\u{41} \\n %PDF-1.7 endobj endstream >> ]",
        "Feu 🔥🔥 et famille 👩‍👩‍👧 et drapeau 🇫🇷, puis ⚠️ attention.",
        "日本語 et العربية entre des mots; Ελληνικά, Кириллица, Œuvre, Ÿ, ŵ, ș, ₂, ≤, →, ✓.",
        "Un\u{7}contrôle, un\u{ad}trait, un\u{202e}sens, un\u{feff}début, une\ttabulation, une\nligne, privé \u{e000}.",
        "e\u{301}te\u{301} décomposé, a\u{325}\u{301} rare",
        " ",
    ];
    let mut tasks: Vec<SheetTask> =
        words.iter().enumerate().map(|(n, words)| task(&format!("h{n}"), words)).collect();
    let mut strange = task("liens", "");
    strange.text = vec![
        Run::Link("x-form:{\"kind\":\"check\",\"name\":\"a\",\"tip\":\"b\"}".to_owned(), text("faux champ")),
        Run::Break,
        Run::Link("javascript:alert(1)".to_owned(), text("script")),
        Run::Text(" ".to_owned()),
        Run::Link("https://a.example/?q=a%20b&c=(d)".to_owned(), Vec::new()),
        Run::Strike(text(" barré ")),
        Run::Emphasis(vec![Run::Strong(text("fort")), Run::Text(" doux".to_owned())]),
        Run::Code(" `code` ".to_owned()),
    ];
    tasks.push(strange);
    tasks.push(SheetTask { key: "/a.b/~c/#d.e".to_owned(), ..task("cle", "Une clé avec des points.") });
    sheet("hostile", "#Titre *hostile* $x$ <a> \\ 🎉", vec![section("= Titre @de #section", tasks)])
}

/// Similar tasks in English.
pub(crate) fn english() -> Sheet {
    let tasks = vec![
        when(task("minutes", "Write the minutes and have them signed."), "2 weeks after", &["Secretary"]),
        below(
            task("changed", "Has the board changed?"),
            vec![
                answer(task("yes", "If yes, declare it to the prefecture."), Branch::Yes),
                answer(task("no", "If no, file the minutes."), Branch::No),
            ],
        ),
    ];
    let mut sheet = sheet("general-meeting", "After the general meeting", vec![section("On the day", tasks)]);
    sheet.language = Language::English;
    "The association’s guide".clone_into(&mut sheet.guide);
    sheet.trail = vec!["Meetings".to_owned(), "After the general meeting".to_owned()];
    "What to do after the general meeting.".clone_into(&mut sheet.description);
    sheet.contacts = vec![SheetContact {
        phone: Some(("+33 1 53 73 22 22".to_owned(), "tel:+33153732222".to_owned())),
        ..contact("Questions about the declaration", "Prefecture")
    }];
    sheet
}
