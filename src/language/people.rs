//! What names of people are recognised by, in all languages at once: `M. DUPONT`, `Jean DUPONT`.
use crate::text::slug::slug;

/// Whether words before and behind a word in capitals make it a surname.
pub fn is_surname(before: &str, after: &str) -> bool {
    let last = before.split_whitespace().next_back().filter(|_| before.ends_with(char::is_whitespace));
    let next = after.split_whitespace().next().filter(|_| after.starts_with(char::is_whitespace));
    let is_joined = |word: &str| word.ends_with(char::is_alphabetic) && is_first_name(word);
    last.is_some_and(|word| is_title(word) || is_joined(word)) || next.is_some_and(is_first_name)
}

/// `M.`, `Mme`
fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_start_matches(|letter: char| !letter.is_alphanumeric()).trim_end_matches('.'))
}

/// `Jean`, `Jean-Pierre`
fn is_first_name(word: &str) -> bool {
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let first = bare.split('-').next().unwrap_or_default();
    let begins = first.chars().next().is_some_and(char::is_uppercase);
    begins
        && first.chars().skip(1).any(char::is_lowercase)
        && FIRST_NAMES.binary_search(&slug(first).as_str()).is_ok()
}

/// As they are written before a name.
const TITLES: &[&str] = &[
    "M",
    "MM",
    "Mme",
    "Mmes",
    "Mlle",
    "Me",
    "Dr",
    "Pr",
    "Mr",
    "Mrs",
    "Ms",
    "Monsieur",
    "Madame",
    "Docteur",
    "Maître",
    "Professeur",
    "monsieur",
    "madame",
];

/// Sorted, in lower case and without accents.
#[rustfmt::skip]
const FIRST_NAMES: &[&str] = &[
    "adam", "adele", "adrien", "agathe", "agnes", "aicha", "alain", "alan", "albert", "alexander", "alexandra",
    "alexandre", "alexia", "alice", "alicia", "alix", "amandine", "ambre", "amelie", "amina", "anais", "andre",
    "andrea", "andrew", "angelique", "anna", "anne", "annie", "anthony", "antoine", "antonio", "arnaud",
    "arthur", "astrid", "aude", "audrey", "augustin", "aurelie", "aurelien", "aurore", "axel", "baptiste",
    "barbara", "basile", "bastien", "beatrice", "ben", "benedicte", "benjamin", "benoit", "bernadette",
    "bernard", "bertrand", "bob", "boris", "brian", "brigitte", "bruno", "camille", "carine", "carlos",
    "carole", "caroline", "catherine", "cecile", "cedric", "celia", "celine", "chantal", "charles", "charlotte",
    "chloe", "christelle", "christian", "christiane", "christine", "christophe", "claire", "clara", "claude",
    "claudine", "clemence", "clement", "colette", "corinne", "cyril", "damien", "daniel", "daniele", "david",
    "deborah", "delphine", "denis", "denise", "didier", "dominique", "dylan", "edith", "edouard", "elena",
    "eleonore", "elia", "elias", "elisabeth", "elise", "elodie", "eloise", "emilie", "emma", "emmanuel",
    "emmanuelle", "enzo", "eric", "erwan", "estelle", "esther", "ethan", "etienne", "eugene", "eva", "evelyne",
    "fabien", "fabienne", "fabrice", "fanny", "farid", "fatima", "fatou", "felix", "fernand", "flavie", "flora",
    "florence", "florent", "florian", "francis", "franck", "francois", "francoise", "frederic", "frederique",
    "gabriel", "gabrielle", "gael", "gaelle", "genevieve", "geoffrey", "george", "georges", "gerald", "gerard",
    "germain", "gilbert", "gilles", "gregoire", "gregory", "guillaume", "gustave", "guy", "hamza", "hannah",
    "hassan", "helene", "henri", "henry", "herve", "hubert", "hugo", "hugues", "ibrahim", "ines", "irene",
    "isabelle", "ivan", "jack", "jacqueline", "jacques", "james", "jane", "jean", "jeanne", "jeannine",
    "jennifer", "jeremie", "jeremy", "jerome", "jessica", "joel", "joelle", "johanna", "john", "jonathan",
    "jordan", "jose", "joseph", "josephine", "josiane", "juan", "jules", "julia", "julian", "julie", "julien",
    "juliette", "justin", "justine", "karim", "karine", "kevin", "khadija", "laetitia", "lara", "laura",
    "laure", "laurence", "laurent", "lea", "leila", "lena", "leo", "leon", "leonie", "leslie", "lilian",
    "liliane", "lionel", "lisa", "loic", "lola", "louis", "louise", "luc", "lucas", "lucie", "lucien", "lucile",
    "ludovic", "lydia", "lydie", "madeleine", "mael", "maelle", "magali", "malik", "manon", "manuel", "marc",
    "marcel", "marcelle", "margaux", "margot", "marguerite", "maria", "marianne", "marie", "marina", "marine",
    "marion", "marius", "mark", "marthe", "martin", "martine", "mary", "mathias", "mathieu", "mathilde",
    "mathis", "matthew", "matthieu", "maud", "maurice", "max", "maxime", "melanie", "melissa", "michael",
    "michel", "michele", "michelle", "miguel", "mireille", "mohamed", "mohammed", "monique", "morgan",
    "morgane", "moussa", "muriel", "myriam", "nadege", "nadia", "nadine", "nathalie", "nathan", "nicolas",
    "nicole", "nina", "noe", "noemie", "nora", "norbert", "odette", "odile", "olivia", "olivier", "omar",
    "oscar", "pascal", "pascale", "patrice", "patricia", "patrick", "paul", "paula", "paule", "pauline",
    "pedro", "peter", "philippe", "pierre", "pierrick", "quentin", "rachel", "rachid", "raoul", "raphael",
    "raymond", "rebecca", "regine", "regis", "remi", "remy", "renaud", "rene", "renee", "richard", "robert",
    "robin", "rodolphe", "roger", "roland", "romain", "roman", "rosa", "rose", "roxane", "ruth", "ryan",
    "sabine", "sabrina", "said", "salome", "samia", "samir", "samuel", "sandra", "sandrine", "sara", "sarah",
    "sebastien", "serge", "sergio", "severine", "simon", "simone", "sofia", "solange", "solene", "sonia",
    "sophie", "stephane", "stephanie", "steven", "suzanne", "sylvain", "sylvie", "tanguy", "theo", "theodore",
    "therese", "thibault", "thibaut", "thierry", "thomas", "tim", "timothee", "tom", "tony", "tristan", "ugo",
    "valentin", "valentine", "valerie", "vanessa", "veronique", "victor", "victoria", "vincent", "virginie",
    "viviane", "vivien", "walid", "walter", "william", "xavier", "yacine", "yanis", "yann", "yannick",
    "yasmine", "yoann", "yohan", "youssef", "yves", "yvette", "yvon", "yvonne", "zoe",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_stand_beside_titles_and_first_names() {
        assert!(FIRST_NAMES.is_sorted());
        for (before, after) in
            [("avec M. ", ""), ("Mme ", ", de"), ("par Jean-Pierre ", ""), ("Zoé ", "."), ("", " Hélène")]
        {
            assert!(is_surname(before, after), "{before}…{after}");
        }
        for (before, after) in [("l’Agence ", ""), ("la ", " jean"), ("Jean, ", ""), ("", "")] {
            assert!(!is_surname(before, after), "{before}…{after}");
        }
    }
}
