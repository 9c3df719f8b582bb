#!/usr/bin/env python3
"""Makes the documents of this folder: with python-docx and odfpy, and with LibreOffice.

    python3 -m venv v && v/bin/pip install python-docx==1.2.0 odfpy==1.4.1 && v/bin/python tests/import/word/make.py

`library.docx` and `library.odt` hold every element that the import knows, written by the two libraries. LibreOffice
(`soffice`, if it is there) saves each of them in the other format: `office.odt` and `office.docx`.
"""
import datetime
import io
import pathlib
import shutil
import struct
import subprocess
import tempfile
import zipfile
import zlib

HERE = pathlib.Path(__file__).parent
DAY = datetime.datetime(2026, 11, 23, 12, 0, 0)


def png(red, green, blue):
    """A picture of 8 × 8 pixels in one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([red, green, blue]) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def repack(source, target, extra=None, edit=None):
    """Writes an archive anew: the same day everywhere, files added and edited."""
    extra, edit = dict(extra or {}), edit or {}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = edit[name](old.read(name)) if name in edit else old.read(name)
            info = zipfile.ZipInfo(name, (2026, 11, 23, 12, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(info, data)
        for name, data in extra.items():
            info = zipfile.ZipInfo(name, (2026, 11, 23, 12, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)


# ---------------------------------------------------------------- DOCX

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def make_docx(path):
    from docx import Document
    from docx.enum.text import WD_BREAK, WD_COLOR_INDEX
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Cm

    document = Document()
    properties = document.core_properties
    properties.title, properties.author = "Guide d’accueil", "Service des ressources humaines"
    properties.created = properties.modified = DAY
    section = document.sections[0]
    section.header.paragraphs[0].text = "Entête : mairie de Trifouilly"
    section.footer.paragraphs[0].text = "Piedpage : version provisoire"

    def xml(text):
        name = text[1:].split(">", 1)[0].split(" ", 1)[0].rstrip("/")
        return parse_xml(f"<{name} {SPACES}" + text[1 + len(name):])

    def add(text):
        """A paragraph of raw XML."""
        element = xml(f"<w:p>{text}</w:p>")
        document.element.body.insert(len(document.element.body) - 1, element)
        return element

    def run(text, properties=""):
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    def field(instruction, result):
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        return (mark.format("begin") + f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
                + mark.format("separate") + result + mark.format("end"))

    document.add_heading("Guide d’accueil des agents", 0)
    document.add_paragraph("Pour les nouveaux arrivants", style="Subtitle")
    document.add_paragraph("Ce guide présente l’arrivée : « pas à pas », en 3\u202f000\u00a0mots ; il est provisoire !")

    # The table of contents: a field over several paragraphs.
    add('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>Avant l’arrivée</w:t></w:r><w:r><w:tab/></w:r>'
        + field("PAGEREF _Toc1 \\h", "<w:r><w:t>2</w:t></w:r>") + "</w:hyperlink>")
    add('<w:hyperlink w:anchor="_Toc2"><w:r><w:t>Le premier jour</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>3</w:t></w:r></w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>')

    heading = document.add_heading("1. Avant l’arrivée", 1)
    heading._p.insert(1, xml('<w:bookmarkStart w:id="1" w:name="_Toc1"/>'))
    heading._p.append(xml('<w:bookmarkEnd w:id="1"/>'))
    paragraph = document.add_paragraph("Un mot ")
    paragraph.add_run("gras ").bold = True
    paragraph.add_run("et encore").bold = True
    paragraph.add_run(" puis ")
    paragraph.add_run("penché").italic = True
    paragraph.add_run(", ")
    paragraph.add_run("rayé").font.strike = True
    paragraph.add_run(", H")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("O et 1")
    paragraph.add_run("er").font.superscript = True
    paragraph.add_run(". Un astérisque * seul, un_nom_composé, [crochets] et <balise>.")

    heading = document.add_heading("1.1 Les pièces à fournir", 2)
    heading._p.insert(1, xml('<w:bookmarkStart w:id="2" w:name="pieces"/>'))
    heading._p.append(xml('<w:bookmarkEnd w:id="2"/>'))
    document.add_paragraph("Carte d’identité", style="List Bullet")
    document.add_paragraph("Recto", style="List Bullet 2")
    document.add_paragraph("Verso", style="List Bullet 2")
    document.add_paragraph("Relevé bancaire", style="List Bullet")
    document.add_paragraph("Les étapes, dans l’ordre :")
    document.add_paragraph("Signer la convention", style="List Number")
    document.add_paragraph("Envoyer la convention", style="List Number")

    # A list of letters, and one that begins with 3.
    numbering = document.part.numbering_part.element
    for number, (form, start) in {"90": ("lowerLetter", 1), "91": ("decimal", 3)}.items():
        numbering.insert(0, xml(
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'))
        numbering.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    def item(number, text):
        return add(f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{text}')
    item(90, run("Choix alpha"))
    item(90, run("Choix bêta"))
    document.add_paragraph("La suite de la numérotation :")
    item(91, run("Troisième point"))
    item(91, run("Quatrième point"))

    document.add_heading("Cases à cocher", 2)
    def control(is_ticked, sign):
        return (f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/></w14:checkbox></w:sdtPr>'
                f'<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>')
    add(control(False, "☐") + run(" Convention signée"))
    add(control(True, "☒") + run(" Badge commandé"))
    def legacy(value):
        return (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{value}"/></w:checkBox></w:ffData>'
                '</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    add(legacy(1) + run(" Formulaire reçu"))
    add('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run(" Poste installé"))
    add(run("☐ Messagerie ouverte"))
    add(run("Êtes-vous logé ? ☐ oui ☐ non"))

    document.add_heading("Tableaux", 2)
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    for row, texts in enumerate([["Service", "Contact", "Horaires"], ["Paie", "Anne | Paul", "9 h à 12 h"], ["Accueil", "Tél. : …", "xx/xx/xxxx"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.rows[0]._tr.get_or_add_trPr().append(xml("<w:tblHeader/>"))
    document.add_paragraph("Fusions :")
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"cellule{row}{column}"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    cell = table.cell(1, 1)
    cell.add_paragraph("puceuntel", style="List Bullet")
    cell.add_paragraph("pucedeuxtel", style="List Bullet")
    inner = table.cell(2, 2).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "imbriquéun", "imbriquédeux"
    document.add_paragraph("Encadré :")
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    table.cell(0, 0).text = "Attention : rendre le badge"

    heading = document.add_heading("Le premier jour", 1)
    heading._p.insert(1, xml('<w:bookmarkStart w:id="3" w:name="_Toc2"/>'))
    heading._p.append(xml('<w:bookmarkEnd w:id="3"/>'))
    relation = document.part.relate_to(
        "https://www.service-public.fr/",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True)
    add(run("Voir ") + f'<w:hyperlink r:id="{relation}">' + run("le site du service public") + "</w:hyperlink>"
        + run(" et ") + '<w:hyperlink w:anchor="pieces">' + run("les pièces") + "</w:hyperlink>"
        + run(", comme ") + field("REF pieces \\h", run("Les pièces à fournir")) + run(", page ")
        + field("PAGEREF pieces \\h", run("2")) + run(". Un ") + '<w:hyperlink w:anchor="perdu">' + run("renvoi perdu")
        + "</w:hyperlink>" + run(". Adresse nue : https://www.example.org/aide. "))
    add(run("Note") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" et fin") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + run("."))
    paragraph = document.add_paragraph("Une ligne")
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("coupée,\tavec tabulation, tech")
    paragraph._p.append(xml("<w:r><w:softHyphen/></w:r>"))
    paragraph.add_run("nique.")

    document.add_heading("Images", 2)
    picture = document.add_picture(io.BytesIO(png(200, 30, 30)), Cm(2))
    picture._inline.docPr.set("descr", "Le plan de la mairie")
    document.add_paragraph("Figure 1 : plan du rez-de-chaussée", style="Caption")
    document.add_paragraph("L’écran de connexion :")
    picture = document.add_picture(io.BytesIO(png(30, 200, 30)), Cm(2))
    picture._inline.docPr.attrib.pop("descr", None)

    document.add_heading("Suivi et commentaires", 2)
    paragraph = document.add_paragraph("Le délai est de ")
    paragraph._p.append(xml('<w:del w:id="10" w:author="Zoé"><w:r><w:delText>quinzesupprimé</w:delText></w:r></w:del>'))
    paragraph._p.append(xml('<w:ins w:id="11" w:author="Zoé">' + run("trenteajouté") + "</w:ins>"))
    paragraph.add_run(" jours. ")
    paragraph._p.append(xml('<w:moveFrom w:id="12" w:author="Zoé">' + run("déplacé") + "</w:moveFrom>"))
    paragraph.add_run("Texte ")
    paragraph._p.append(xml('<w:moveTo w:id="13" w:author="Zoé">' + run("déplacé") + "</w:moveTo>"))
    paragraph = document.add_paragraph()
    commented = paragraph.add_run("À vérifier avec le service.")
    document.add_comment(runs=[commented], text="Vérifierabsolument ce point", author="Léa", initials="L")
    paragraph = document.add_paragraph("Visible.")
    hidden = paragraph.add_run(" Caché ici.")
    hidden.font.hidden = True

    document.add_heading("À compléter", 2)
    paragraph = document.add_paragraph("Le référent est ")
    paragraph.add_run("nom du référent").font.highlight_color = WD_COLOR_INDEX.YELLOW
    paragraph.add_run(".")
    document.add_paragraph("Téléphone : …")
    document.add_paragraph("Date de fin : xx/xx/xxxx")
    document.add_paragraph("Adresse : à compléter")
    add(run("Lien : ") + '<w:hyperlink w:anchor="">' + run("le formulaire") + "</w:hyperlink>")

    document.add_heading("Divers", 2)
    document.add_paragraph("Première remarque tapée :")
    document.add_paragraph("– tiret un")
    document.add_paragraph("– tiret deux")
    document.add_paragraph("a) lettre une")
    document.add_paragraph("b) lettre deux")
    document.add_paragraph("Une citation du règlement.", style="Quote")
    paragraph = document.add_paragraph()
    code = paragraph.add_run("jalon build")
    code.font.name = "Courier New"
    add("<m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath>")
    add(run("Choix : ") + '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Matinchoix" w:value="1"/>'
        '<w:listItem w:displayText="Soirchoix" w:value="2"/></w:dropDownList></w:sdtPr><w:sdtContent>' + run("Matinchoix") + "</w:sdtContent></w:sdt>")
    add(run("Le ") + field("DATE \\@ dd/MM/yyyy", run("23/11/2026")) + run(" à midi."))
    box = "<w:txbxContent><w:p>" + run("Zonedetexte flottante") + "</w:p></w:txbxContent>"
    add(run("Avec une zone. ") + '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="990000" cy="990000"/>'
        '<wp:docPr id="77" name="Zone"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
        f'</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')

    for comment in document.part._comments_part.element:
        comment.set(qn("w:date"), "2026-11-23T12:00:00Z")
    with tempfile.TemporaryDirectory() as folder:
        raw = pathlib.Path(folder) / "raw.docx"
        document.save(raw)
        repack(raw, path, notes(), {
            "[Content_Types].xml": add_types,
            "word/_rels/document.xml.rels": add_relations,
            "word/styles.xml": lambda data: data.replace(b'w:val="en-US"', b'w:val="fr-FR"'),
        })


def notes():
    """Footnotes and endnotes, which python-docx does not write."""
    def part(kind, name, text):
        return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{kind}s xmlns:w="{W}">'
                f'<w:{name} w:type="separator" w:id="0"><w:p/></w:{name}><w:{name} w:id="2"><w:p><w:r><w:{name}Ref/></w:r>'
                f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:{name}></w:{kind}s>')
    return {"word/footnotes.xml": part("footnote", "footnote", " Texte de la notebasse."),
            "word/endnotes.xml": part("endnote", "endnote", " Texte de la notefinale.")}


def add_types(data):
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}{name}+xml"/>' for name in ["footnotes", "endnotes"])
    return data.replace(b"</Types>", parts.encode() + b"</Types>")


def add_relations(data):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    parts = "".join(f'<Relationship Id="rIdX{name}" Type="{kind}{name}" Target="{name}.xml"/>' for name in ["footnotes", "endnotes"])
    return data.replace(b"</Relationships>", parts.encode() + b"</Relationships>")


# ---------------------------------------------------------------- ODT


def make_odt(path):
    from odf import dc, draw, form, meta, office, style, table, text
    from odf.element import Element
    from odf.namespaces import OFFICENS, TEXTNS
    from odf.opendocument import OpenDocumentText

    document = OpenDocumentText()
    document.meta.addElement(dc.Title(text="Guide d’accueil"))

    def add_style(name, family, **properties):
        made = style.Style(name=name, family=family)
        if properties:
            made.addElement(style.TextProperties(attributes=properties))
        document.styles.addElement(made)
        return made

    for level in [1, 2, 3]:
        made = style.Style(name=f"Heading_20_{level}", displayname=f"Heading {level}", family="paragraph", defaultoutlinelevel=str(level))
        document.styles.addElement(made)
    for name in ["Title", "Subtitle", "Quotations", "Caption"]:
        add_style(name, "paragraph")
    add_style("Gras", "text", fontweight="bold")
    add_style("Italique", "text", fontstyle="italic")
    add_style("Barre", "text", textlinethroughstyle="solid")
    add_style("Indice", "text", textposition="sub 58%")
    add_style("Exposant", "text", textposition="super 58%")
    add_style("Jaune", "text", backgroundcolor="#ffff00")
    add_style("Code", "text", fontfamily="Courier New")
    add_style("Cache", "text", display="none")

    bullets = text.ListStyle(name="Puces")
    for level in [1, 2]:
        bullets.addElement(text.ListLevelStyleBullet(level=str(level), bulletchar="•"))
    document.automaticstyles.addElement(bullets)
    numbers = text.ListStyle(name="Numeros")
    numbers.addElement(text.ListLevelStyleNumber(level="1", numformat="1", startvalue="3", numsuffix="."))
    document.automaticstyles.addElement(numbers)
    letters = text.ListStyle(name="Lettres")
    letters.addElement(text.ListLevelStyleNumber(level="1", numformat="a", numsuffix=")"))
    document.automaticstyles.addElement(letters)
    boxes = text.ListStyle(name="Cases")
    boxes.addElement(text.ListLevelStyleBullet(level="1", bulletchar="☐"))
    document.automaticstyles.addElement(boxes)

    page = style.PageLayout(name="Mise")
    document.automaticstyles.addElement(page)
    master = style.MasterPage(name="Standard", pagelayoutname="Mise")
    header, footer = style.Header(), style.Footer()
    header.addElement(text.P(text="Entête : mairie de Trifouilly"))
    footer.addElement(text.P(text="Piedpage : version provisoire"))
    master.addElement(header)
    master.addElement(footer)
    document.masterstyles.addElement(master)

    body = document.text

    def paragraph(*parts, kind="Standard", make=text.P):
        made = make(stylename=kind)
        for part in parts:
            if isinstance(part, str):
                made.addText(part)
            else:
                made.addElement(part)
        body.addElement(made)
        return made

    def heading(level, *parts):
        return paragraph(*parts, kind=f"Heading_20_{level}", make=lambda stylename: text.H(stylename=stylename, outlinelevel=str(level)))

    def span(name, content):
        return text.Span(stylename=name, text=content)

    def raw(namespace, name, attributes=(), content="", children=()):
        made = Element(qname=(namespace, name), check_grammar=False)
        for (attribute_namespace, attribute), value in attributes:
            made.setAttrNS(attribute_namespace, attribute, value)
        for child in children:
            made.addElement(child, check_grammar=False)
        if content:
            made.addText(content, check_grammar=False)
        return made

    # A box of a form.
    forms = office.Forms()
    one = form.Form(name="Formulaire")
    one.addElement(form.Checkbox(id="case1", currentstate="checked", label="", name="case1"))
    forms.addElement(one)
    body.addElement(forms)

    change = lambda kind, inner: raw(TEXTNS, kind, children=[
        raw(OFFICENS, "change-info", children=[dc.Creator(text="Zoé"), dc.Date(text="2026-11-23T12:00:00")]), *inner])
    body.addElement(raw(TEXTNS, "tracked-changes", children=[
        raw(TEXTNS, "changed-region", [((TEXTNS, "id"), "ct1")], children=[change("deletion", [text.P(text="quinzesupprimé")])]),
        raw(TEXTNS, "changed-region", [((TEXTNS, "id"), "ct2")], children=[change("insertion", [])]),
    ]), check_grammar=False)

    paragraph("Guide d’accueil des agents", kind="Title")
    paragraph("Pour les nouveaux arrivants", kind="Subtitle")
    paragraph("Ce guide présente l’arrivée : « pas à pas », en 3\u202f000\u00a0mots ; il est provisoire !")

    contents = text.TableOfContent(name="Sommaire")
    contents.addElement(text.TableOfContentSource(outlinelevel="2"))
    index = text.IndexBody()
    index.addElement(text.P(text="Avant l’arrivée 2"))
    index.addElement(text.P(text="Le premier jour 3"))
    contents.addElement(index)
    body.addElement(contents)

    heading(1, text.BookmarkStart(name="arrivee"), "1. Avant l’arrivée", text.BookmarkEnd(name="arrivee"))
    paragraph("Un mot ", span("Gras", "gras "), span("Gras", "et encore"), " puis ", span("Italique", "penché"), ", ",
              span("Barre", "rayé"), ", H", span("Indice", "2"), "O et 1", span("Exposant", "er"),
              ". Un astérisque * seul, un_nom_composé, [crochets] et <balise>.")
    heading(2, text.BookmarkStart(name="pieces"), "1.1 Les pièces à fournir", text.BookmarkEnd(name="pieces"))

    def items(name, entries):
        made = text.List(stylename=name)
        for entry in entries:
            item = text.ListItem()
            entry = entry if isinstance(entry, tuple) else (entry,)
            item.addElement(text.P(text=entry[0]))
            if len(entry) > 1:
                inner = text.List()
                for below in entry[1:]:
                    under = text.ListItem()
                    under.addElement(text.P(text=below))
                    inner.addElement(under)
                item.addElement(inner)
            made.addElement(item)
        body.addElement(made)

    items("Puces", [("Carte d’identité", "Recto", "Verso"), "Relevé bancaire"])
    paragraph("La suite de la numérotation :")
    items("Numeros", ["Troisième point", "Quatrième point"])
    paragraph("Au choix :")
    items("Lettres", ["Choix alpha", "Choix bêta"])

    heading(2, "Cases à cocher")
    items("Cases", ["Convention signée"])
    paragraph("☒ Badge commandé")
    control = draw.Control(control="case1", anchortype="as-char", width="0.4cm", height="0.4cm")
    paragraph(control, " Formulaire reçu")
    paragraph("Êtes-vous logé ? ☐ oui ☐ non")

    heading(2, "Tableaux")
    made = table.Table(name="Services")
    made.addElement(table.TableColumn(numbercolumnsrepeated="3"))
    head = table.TableHeaderRows()

    def row(parent, cells):
        line = table.TableRow()
        for cell in cells:
            if cell is None:
                line.addElement(table.CoveredTableCell())
                continue
            content, attributes = cell if isinstance(cell, tuple) else (cell, {})
            box = table.TableCell(**attributes)
            for part in content if isinstance(content, list) else [content]:
                box.addElement(text.P(text=part) if isinstance(part, str) else part)
            line.addElement(box)
        parent.addElement(line)

    row(head, ["Service", "Contact", "Horaires"])
    made.addElement(head)
    row(made, ["Paie", "Anne | Paul", "9 h à 12 h"])
    row(made, ["Accueil", "Tél. : …", "xx/xx/xxxx"])
    body.addElement(made)
    paragraph("Fusions :")
    made = table.Table(name="Fusions")
    made.addElement(table.TableColumn(numbercolumnsrepeated="3"))
    row(made, ["cellule00", ("cellule01", {"numbercolumnsspanned": "2"}), None])
    inner = table.Table(name="Dedans")
    inner.addElement(table.TableColumn(numbercolumnsrepeated="2"))
    row(inner, ["imbriquéun", "imbriquédeux"])
    short = text.List(stylename="Puces")
    for word in ["puceuntel", "pucedeuxtel"]:
        item = text.ListItem()
        item.addElement(text.P(text=word))
        short.addElement(item)
    row(made, [("cellule10", {"numberrowsspanned": "2"}), (["cellule11", short], {}), "cellule12"])
    row(made, [None, "cellule21", (["cellule22", inner], {})])
    body.addElement(made)
    paragraph("Encadré :")
    made = table.Table(name="Encadre")
    made.addElement(table.TableColumn())
    row(made, ["Attention : rendre le badge"])
    body.addElement(made)

    heading(1, "Le premier jour")
    paragraph("Voir ", text.A(href="https://www.service-public.fr/", text="le site du service public"), " et ",
              text.A(href="#pieces", text="les pièces"), ", comme ",
              text.BookmarkRef(refname="pieces", referenceformat="text", text="Les pièces à fournir"), ", page ",
              text.BookmarkRef(refname="pieces", referenceformat="page", text="2"), ". Un ",
              text.A(href="#perdu", text="renvoi perdu"), ". Adresse nue : https://www.example.org/aide. ")

    def note(kind, content):
        made = text.Note(id=f"n{kind}", noteclass=kind)
        made.addElement(text.NoteCitation(text="1"))
        inside = text.NoteBody()
        inside.addElement(text.P(text=content))
        made.addElement(inside)
        return made

    paragraph("Note", note("footnote", "Texte de la notebasse."), " et fin", note("endnote", "Texte de la notefinale."), ".")
    paragraph("Une ligne", text.LineBreak(), "coupée,", text.Tab(), "avec", text.S(c="3"), "tabulation, tech\u00adnique.")

    heading(2, "Images")

    def picture(colour, alt, name):
        reference = document.addPicture(f"{name}.png", "image/png", png(*colour))
        frame = draw.Frame(name=name, width="2cm", height="2cm", anchortype="as-char")
        frame.addElement(draw.Image(href=reference, type="simple", show="embed", actuate="onLoad"))
        if alt:
            from odf import svg
            frame.addElement(svg.Desc(text=alt))
        return frame

    paragraph(picture((200, 30, 30), "Le plan de la mairie", "plan"))
    paragraph("Figure 1 : plan du rez-de-chaussée", kind="Caption")
    paragraph("L’écran de connexion :")
    paragraph(picture((30, 200, 30), "", "ecran"))

    heading(2, "Suivi et commentaires")
    paragraph("Le délai est de ", text.Change(changeid="ct1"), text.ChangeStart(changeid="ct2"), "trenteajouté",
              text.ChangeEnd(changeid="ct2"), " jours.")
    annotation = office.Annotation()
    annotation.addElement(dc.Creator(text="Léa"))
    annotation.addElement(dc.Date(text="2026-11-23T12:00:00"))
    annotation.addElement(text.P(text="Vérifierabsolument ce point"))
    paragraph("À vérifier", annotation, " avec le service.")
    paragraph("Visible.", span("Cache", " Caché ici."))

    heading(2, "À compléter")
    paragraph("Le référent est ", span("Jaune", "nom du référent"), ".")
    paragraph("Téléphone : …")
    paragraph("Date de fin : xx/xx/xxxx")
    paragraph("Adresse : à compléter")
    paragraph("Maire : ", text.Placeholder(placeholdertype="text", text="<nom du maire>"))

    heading(2, "Divers")
    paragraph("Première remarque tapée :")
    paragraph("– tiret un")
    paragraph("– tiret deux")
    paragraph("a) lettre une")
    paragraph("b) lettre deux")
    paragraph("Une citation du règlement.", kind="Quotations")
    paragraph(span("Code", "jalon build"))
    section = text.Section(name="Section")
    section.addElement(text.P(text="Dans une section."))
    body.addElement(section)
    frame = draw.Frame(width="5cm", anchortype="paragraph")
    box = draw.TextBox(minheight="1cm")
    box.addElement(text.P(text="Zonedetexte flottante"))
    frame.addElement(box)
    paragraph("Avec une zone.", frame)

    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / "raw.odt"
        document.save(made)
        repack(made, path, edit={"meta.xml": lambda data: data})


def convert(source, target):
    """Has LibreOffice save a document in the format of the target."""
    with tempfile.TemporaryDirectory() as folder:
        kind = target.suffix[1:]
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                        "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        repack(pathlib.Path(folder) / (source.stem + target.suffix), target)


if __name__ == "__main__":
    make_docx(HERE / "library.docx")
    make_odt(HERE / "library.odt")
    if shutil.which("soffice"):
        convert(HERE / "library.docx", HERE / "office.odt")
        convert(HERE / "library.odt", HERE / "office.docx")
    else:
        print("without LibreOffice: office.odt and office.docx stay as they are")
