//! Small `OpenDocument` texts.
use super::{archive, read};

/// An ODT with this text; `forms` stands before it.
fn odt(forms: &str, text: &str, objects: &[(&str, &str)]) -> Vec<u8> {
    let space = |name: &str| format!("xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'");
    let spaces = ["office", "text", "form"].map(space).join(" ");
    let content = format!(
        "<office:document-content {spaces} xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' \
         xmlns:field='urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0' \
         xmlns:xlink='http://www.w3.org/1999/xlink' \
         xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'>\
         <office:body><office:text><office:forms>{forms}</office:forms>{text}</office:text></office:body></office:document-content>"
    );
    let mut files = vec![("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)];
    files.extend(objects);
    archive(&files)
}

fn holds(bytes: &[u8], parts: &[&str]) {
    let text = read("form.odt", bytes);
    for part in parts {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn lists_to_choose_from() {
    let label = |text: &str| format!("<text:label text:value='{text}'/>");
    let list = |name: &str, text: &str| {
        format!(
            "<text:p>{text}: <text:drop-down text:name='{name}'>{}{}Soir</text:drop-down></text:p>",
            label("Matin"),
            label("Soir")
        )
    };
    let item = |text: &str| format!("<loext:list-item loext:display-text='{text}' loext:value='1'/>");
    let control = format!(
        "<text:p>Jour: <loext:content-control loext:drop-down='true'>{}{}Lundi</loext:content-control></text:p>",
        item("Lundi"),
        item("Mardi")
    );
    let param = |name: &str, value: &str| format!("<field:param field:name='{name}' field:value='{value}'/>");
    let of_word = format!(
        "<text:p>Repas: <field:fieldmark field:type='vnd.oasis.opendocument.field.FORMDROPDOWN'>{}{}{}</field:fieldmark></text:p>",
        param("Dropdown_ListEntry", "Midi"),
        param("Dropdown_ListEntry", "Nuit"),
        param("Dropdown_Selected", "1")
    );
    holds(
        &odt("", &format!("{}{control}{of_word}", list("quand", "Quand")), &[]),
        &[
            "\nQuand: Soir\n",
            "Matin / Soir",
            "\nJour: Lundi\n",
            "Lundi / Mardi",
            "\nRepas: Nuit\n",
            "Midi / Nuit",
        ],
    );
}

#[test]
fn controls_of_forms() {
    let option = |text: &str, is_chosen: &str| {
        format!("<form:option form:label='{text}' form:current-selected='{is_chosen}'/>")
    };
    let forms = format!(
        "<form:form><form:checkbox form:id='c1' form:current-state='checked' form:label='Lu'/>\
         <form:radio form:id='c2' form:label='Par courrier'/>\
         <form:listbox form:id='c3'>{}{}</form:listbox>\
         <form:combobox form:id='c4' form:current-value='Lyon'><form:item form:label='Paris'/></form:combobox>\
         <form:textarea form:id='c5' form:current-value='Rien de plus'/>\
         <form:fixed-text form:id='other' xml:id='c6' form:label='Votre service'/></form:form>",
        option("Cadre", "false"),
        option("Agent", "true")
    );
    let place = |id: usize| format!("<text:p>N{id} <draw:control draw:control='c{id}'/></text:p>");
    let text: String = (1..=7).map(place).collect();
    holds(
        &odt(&forms, &text, &[]),
        &[
            "N1 ☑ Lu",
            "N2 ☐ Par courrier",
            "\nN3 Agent\n",
            "Cadre / Agent",
            "\nN4 Lyon\n",
            ": Paris",
            "\nN5 Rien de plus\n",
            "\nN6 Votre service\n",
            "c7",
        ],
    );
}

#[test]
fn formulas_are_lines_of_text() {
    let math = "<math xmlns='http://www.w3.org/1998/Math/MathML'><semantics><mrow><mi>y</mi><mo>=</mo>\
                <mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac><mo>+</mo><msup><mi>x</mi><mi>n</mi></msup>\
                <mo>+</mo><msqrt><mi>z</mi></msqrt></mrow><annotation encoding='StarMath 5.0'>y={a+b} over 2+x^n+sqrt z</annotation></semantics></math>";
    let place = "<text:p>Soit <draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>.</text:p>";
    holds(&odt("", place, &[("Object 1/content.xml", math)]), &["\nSoit y=(a+b)/2+x^n+√(z).\n", "y=(a+b)/2"]);
    let deep = format!(
        "<math xmlns='http://www.w3.org/1998/Math/MathML'>{}fond{}</math>",
        "<mrow>".repeat(200),
        "</mrow>".repeat(200)
    );
    holds(&odt("", place, &[("Object 1/content.xml", &deep)]), &["\nSoit fond.\n"]);
}
