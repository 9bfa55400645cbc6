//! Which obligations each license of the SPDX list carries, and what its exceptions lift: tables to be read and corrected.

use std::sync::LazyLock;

use spdx::identifiers::LICENSES;

use super::Category;

/// An id, or a family of ids where the entry ends in `*`; the longest entry that fits wins.
type Ids = &'static [&'static str];

/// Nobody reserves anything.
const PUBLIC_DOMAIN: Ids = &[
    "ANTLR-PD",
    "ANTLR-PD-fallback",
    "CC-PDDC",
    "CC-PDM-1.0",
    "CC0-1.0",
    "DL-DE-ZERO-2.0",
    "LZMA-SDK-9.11-to-9.20",
    "LZMA-SDK-9.22",
    "NCBI-PD",
    "NIST-PD",
    "NIST-PD-TNT",
    "NIST-PD-fallback",
    "NTIA-PD",
    "PDDL-1.0",
    "SAX-PD",
    "SAX-PD-2.0",
    "Unlicense",
    "Unlicense-libtelnet",
    "Unlicense-libwhirlpool",
    "blessing",
    "libselinux-1.0",
];

/// Notices, disclaimers, at most advertising and renaming.
///
/// The Artistic, LPPL and Ruby licenses stand here: a modified version may be closed if it takes another name. MS-PL
/// binds source only. 0BSD and MIT-0 stay licenses: somebody reserves the copyright and grants all.
const PERMISSIVE: Ids = &[
    "0BSD",
    "3D-Slicer-1.0",
    "AAL",
    "AFL-*",
    "ALGLIB-Documentation",
    "AMD-newlib",
    "AMDPLPA",
    "AML",
    "AML-glslang",
    "AMPAS",
    "APAFML",
    "Abstyles",
    "AdaCore-doc",
    "Adobe-2006",
    "Adobe-Display-PostScript",
    "Adobe-Glyph",
    "Adobe-Utopia",
    "Afmparse",
    "Apache-*",
    "App-s2p",
    "Artistic-*",
    "Aspell-RU",
    "BOLA-1.1",
    "BSD-*",
    "BSL-1.0",
    "Baekmuk",
    "Bahyph",
    "Barr",
    "Beerware",
    "Bitstream-Charter",
    "Bitstream-Vera",
    "BlueOak-1.0.0",
    "Boehm-GC*",
    "Borceux",
    "Brian-Gladman-*",
    "Buddy",
    "Bugroff",
    "CAPEC-tou",
    "CC-BY-1.0",
    "CC-BY-2.0",
    "CC-BY-2.5*",
    "CC-BY-3.0*",
    "CC-BY-4.0",
    "CDLA-Permissive-*",
    "CECILL-B",
    "CERN-OHL-P-2.0",
    "CFITSIO",
    "CMU-Mach*",
    "CNRI-Jython",
    "CNRI-Python*",
    "COIL-1.0",
    "Caldera*",
    "Catharon",
    "ClArtistic",
    "Clips",
    "Community-Spec-1.0",
    "Condor-1.1",
    "Cornell-Lossless-JPEG",
    "Cronyx",
    "Crossword",
    "CryptoSwift",
    "CrystalStacker",
    "Cube",
    "DEC-3-Clause",
    "DL-DE-BY-2.0",
    "DOC",
    "DRL-*",
    "DSDP",
    "DocBook-*",
    "Dotseqn",
    "ECL-*",
    "EFL-*",
    "EPICS",
    "ESA-PL-permissive-2.4",
    "EUDatagrid",
    "Entessa",
    "FBM",
    "FSFAP*",
    "FSFUL*",
    "FTL",
    "Fair",
    "Ferguson-Twofish",
    "FreeBSD-DOC",
    "Furuseth",
    "GCR-docs",
    "GD",
    "GL2PS",
    "GLWTPL",
    "Game-Programming-Gems",
    "Giftware",
    "Glulxe",
    "Graphics-Gems",
    "Gutmann",
    "HDF5",
    "HIDAPI",
    "HP-1986",
    "HP-1989",
    "HPND*",
    "HTMLTIDY",
    "HaskellReport",
    "IBM-pibs",
    "ICU",
    "IJG*",
    "ISC*",
    "ImageMagick",
    "Info-ZIP",
    "Informatica",
    "Inner-Net-2.0",
    "InnoSetup",
    "Intel",
    "Intel-ACPI",
    "JPNIC",
    "Jam",
    "JasPer-2.0",
    "Kastrup",
    "Kazlib",
    "Knuth-CTAN",
    "LOOP",
    "LPPL-*",
    "Leptonica",
    "LiLiQ-P-1.1",
    "Libpng",
    "Linux-OpenIB",
    "Linux-man-pages-1-para",
    "Lucida-Bitmap-Fonts",
    "MIPS",
    "MIT*",
    "MMIXware",
    "MPEG-SSG",
    "MS-PL",
    "MTLL",
    "Mackerras-*",
    "MakeIndex",
    "Martin-Birgmeier",
    "McPhee-slideshow",
    "Minpack",
    "MirOS",
    "MulanPSL-*",
    "Multics",
    "Mup",
    "NAIST-2003",
    "NBPL-1.0",
    "NCL",
    "NCSA",
    "NICTA-1.0",
    "NIST-Software",
    "NLOD-*",
    "NLPL",
    "NRL",
    "NTP*",
    "Naumen",
    "Net-SNMP",
    "NetCDF",
    "Newsletr",
    "Noweb",
    "Nunit",
    "O-UDA-1.0",
    "OAR",
    "ODC-By-1.0",
    "OFFIS",
    "OGC-1.0",
    "OGDL-Taiwan-1.0",
    "OGL-*",
    "OGTSL",
    "OLDAP-*",
    "OLFL-1.3",
    "OML",
    "OPL-UK-3.0",
    "OSSP",
    "OpenMDW-1.0",
    "OpenSSL*",
    "OpenVision",
    "PADL",
    "PHP-*",
    "PSF-2.0",
    "Pixar",
    "Plexus",
    "PostgreSQL",
    "Python-*",
    "Qhull",
    "RSA-MD",
    "Rdisc",
    "Ruby",
    "Ruby-pty",
    "SCEA",
    "SGI-*",
    "SGP4",
    "SHL-*",
    "SL",
    "SMLNJ",
    "SOFA",
    "SSH-*",
    "SSLeay-standalone",
    "SWL",
    "Saxpath",
    "SchemeReport",
    "Soundex",
    "Spencer-*",
    "StandardML-NJ",
    "Sun-PPP*",
    "SunPro",
    "Symlinks",
    "TCL",
    "TCP-wrappers",
    "TPDL",
    "TTWL",
    "TTYP0",
    "TU-Berlin-*",
    "TekHVC",
    "TermReadKey",
    "ThirdEye",
    "TrustedQSL",
    "UCAR",
    "UMich-Merit",
    "UPL-1.0",
    "URT-RLE",
    "Unicode-*",
    "UnixCrypt",
    "VSL-1.0",
    "Vixie-Cron",
    "W3C*",
    "WTFNMFPL",
    "WTFPL",
    "Widget-Workshop",
    "WordNet",
    "Wsuipa",
    "X11*",
    "XFree86-1.1",
    "XSkat",
    "Xdebug-1.03",
    "Xerox",
    "Xfig",
    "Xnet",
    "ZPL-*",
    "Zed",
    "Zeeff",
    "Zend-2.0",
    "Zlib",
    "atc-game",
    "bcrypt-Solar-Designer",
    "bzip2-*",
    "check-cvs",
    "checkmk",
    "curl",
    "cve-tou",
    "diffmark",
    "dtoa",
    "dvipdfm",
    "eGenix",
    "etalab-2.0",
    "fwlw",
    "generic-xts",
    "gnuplot",
    "gtkbook",
    "hdparm",
    "hyphen-bulgarian",
    "iMatix",
    "jove",
    "libpng-*",
    "libtiff",
    "libutil-David-Nugent",
    "lsof",
    "magaz",
    "mailprio",
    "man2html",
    "metamail",
    "mpi-permissive",
    "mpich2",
    "mplus",
    "ngrep",
    "pkgconf",
    "pnmstitch",
    "psfrag",
    "psutils",
    "python-ldap",
    "radvd",
    "snprintf",
    "softSurfer",
    "ssh-keyscan",
    "swrule",
    "threeparttable",
    "ulem",
    "w3m",
    "wwl",
    "xkeyboard-config-Zinoviev",
    "xlock",
    "xpp",
    "xzoom",
    "zlib-acknowledgement",
];

/// Changed files, fonts or pages stay under the license; what is merely built with them does not.
const WEAK_COPYLEFT_FILE: Ids = &[
    "Arphic-1999",
    "BSD-Protection",
    "BitTorrent-*",
    "CATOSL-1.1",
    "CDDL-*",
    "CDL-1.0",
    "CDLA-Sharing-1.0",
    "CERN-OHL-W-2.0",
    "CPL-1.0",
    "CUA-OPL-1.0",
    "EPL-*",
    "ESA-PL-weak-copyleft-2.4",
    "ErlPL-1.1",
    "FDK-AAC",
    "FreeImage",
    "IPA",
    "IPL-1.0",
    "Imlib2",
    "Interbase-1.0",
    "LPL-*",
    "Latex2e*",
    "LiLiQ-R-1.1",
    "Linux-man-pages-copyleft*",
    "MPL-*",
    "MS-RL",
    "Motosoto",
    "NASA-1.3",
    "NOSL",
    "NPL-*",
    "Nokia",
    "OCCT-PL",
    "OCLC-2.0",
    "OFL-*",
    "OPL-1.0",
    "OPUBL-1.0",
    "OSET-PL-2.1",
    "ParaType-Free-Font-1.3",
    "RHeCos-1.1",
    "RSCPL",
    "SISSL*",
    "SNIA",
    "SPL-1.0",
    "Sendmail*",
    "SugarCRM-1.1.3",
    "Ubuntu-font-1.0",
    "Vim",
    "YPL-*",
    "Zimbra-*",
    "gSOAP-1.3b",
    "xinetd",
];

/// The library stays replaceable and its own changes open; the program around it stays free.
const WEAK_COPYLEFT_LIBRARY: Ids = &["CECILL-C", "LGPL-*", "LGPLLR", "wxWindows"];

/// The whole distributed work is covered; share-alike content and documentation among them.
const STRONG_COPYLEFT: Ids = &[
    "CC-BY-SA-*",
    "CC-SA-1.0",
    "CECILL-1.*",
    "CECILL-2.*",
    "CERN-OHL-1.*",
    "CERN-OHL-S-2.0",
    "D-FSL-1.0",
    "ESA-PL-strong-copyleft-2.4",
    "GFDL-*",
    "GPL-*",
    "Glide",
    "LAL-*",
    "LiLiQ-Rplus-1.1",
    "NGPL",
    "ODbL-1.0",
    "QPL-1.0*",
    "SMAIL-GPL",
    "SimPL-2.0",
    "Sleepycat",
    "TAPR-OHL-1.0",
    "TGPPL-1.0",
    "TMate",
    "copyleft-next-*",
    "eCos-2.0",
];

/// Serving users over a network obliges as distribution does.
///
/// The "external deployment" of the OSL, its relatives NPOSL and UCL, and of the CPAL; "providing access to its
/// essential functionalities" in the EUPL; "deploy" in the RPL, and in APSL, RPSL and Watcom, which reach changed files
/// only but reach them on a server too; "public performance" in the CAL; Parity asks even for what is used in private.
const NETWORK_COPYLEFT: Ids = &[
    "AGPL-*",
    "APSL-*",
    "CAL-1.0*",
    "CPAL-1.0",
    "EUPL-*",
    "NPOSL-3.0",
    "OSL-*",
    "Parity-*",
    "RPL-*",
    "RPSL-1.0",
    "UCL-1.0",
    "Watcom-1.0",
];

/// The source can be read, but who may use, change or sell it, and for what, is restricted.
///
/// Fields of use count: "for Good, not Evil" (JSON), military, nuclear, human rights, media production (ASWF).
const SOURCE_AVAILABLE: Ids = &[
    "ASWF-Digital-Assets-*",
    "Aladdin",
    "BSD-3-Clause-No-Military-License",
    "BSD-3-Clause-No-Nuclear-License*",
    "BSD-3-Clause-OpenWebUI",
    "BUSL-1.1",
    "C-UDA-1.0",
    "CC-BY-NC-*",
    "CC-BY-ND-*",
    "CPOL-1.02",
    "Elastic-2.0",
    "FSL-1.1-*",
    "Hippocratic-*",
    "JSON",
    "MS-LPL",
    "NCGL-UK-2.0",
    "PPL",
    "PolyForm-*",
    "SSPL-1.0",
    "SUL-1.0",
    "UnRAR",
];

/// Free of charge for a narrow use.
const PROPRIETARY_FREE: Ids = &["ADSL"];

const TABLES: &[(Category, Ids)] = &[
    (Category::PublicDomain, PUBLIC_DOMAIN),
    (Category::Permissive, PERMISSIVE),
    (Category::WeakCopyleftFile, WEAK_COPYLEFT_FILE),
    (Category::WeakCopyleftLibrary, WEAK_COPYLEFT_LIBRARY),
    (Category::StrongCopyleft, STRONG_COPYLEFT),
    (Category::NetworkCopyleft, NETWORK_COPYLEFT),
    (Category::SourceAvailable, SOURCE_AVAILABLE),
    (Category::ProprietaryFree, PROPRIETARY_FREE),
];

/// Linking with the covered code does not spread its license.
const LINKING: Ids = &[
    "Bootloader-exception",
    "CLISP-exception-2.0",
    "Classpath-exception-2.0",
    "Classpath-exception-2.0-short",
    "FLTK-exception",
    "Fawkes-Runtime-exception",
    "GCC-exception-2.0",
    "GCC-exception-2.0-note",
    "GCC-exception-3.1",
    "GNAT-exception",
    "GNU-compiler-exception",
    "GPL-3.0-interface-exception",
    "Independent-modules-exception",
    "LGPL-3.0-linking-exception",
    "LZMA-exception",
    "Linux-syscall-note",
    "OCCT-exception-1.0",
    "OCaml-LGPL-linking-exception",
    "Qwt-exception-1.0",
    "SANE-exception",
    "SWI-exception",
    "Simple-Library-Usage-exception",
    "WxWindows-exception-3.1",
    "eCos-exception-2.0",
    "freertos-exception-2.0",
    "harbour-exception",
    "mif-exception",
    "mxml-exception",
    "polyparse-exception",
    "romic-exception",
    "u-boot-exception-2.0",
];

/// What the covered tool or font writes into its output is free.
const OUTPUT: Ids = &[
    "Autoconf-exception-2.0",
    "Autoconf-exception-3.0",
    "Autoconf-exception-generic",
    "Autoconf-exception-generic-3.0",
    "Autoconf-exception-macro",
    "Bison-exception-1.24",
    "Bison-exception-2.2",
    "Font-exception-2.0",
    "GNOME-examples-exception",
    "KiCad-libraries-exception",
    "Libtool-exception",
    "PS-or-PDF-font-exception-20170817",
    "Texinfo-exception",
];

/// One more permission that does not change the kind of obligation: a named library, a named license, a patent.
const NAMED: Ids = &[
    "389-exception",
    "AdditionRef-FOSS-exception",
    "AdditionRef-OpenSSL-exception",
    "Asterisk-exception",
    "Asterisk-linking-protocols-exception",
    "CGAL-linking-exception",
    "DigiRule-FOSS-exception",
    "Digia-Qt-LGPL-exception-1.1",
    "GPL-3.0-389-ds-base-exception",
    "GPL-3.0-linking-exception",
    "GPL-3.0-linking-source-exception",
    "GPL-CC-1.0",
    "GStreamer-exception-2005",
    "GStreamer-exception-2008",
    "Gmsh-exception",
    "Google-Patent-WebM",
    "LLGPL",
    "LLVM-exception",
    "Nokia-Qt-exception-1.1",
    "OpenJDK-assembly-exception-1.0",
    "PCRE2-exception",
    "QPL-1.0-INRIA-2004-exception",
    "Qt-GPL-exception-1.0",
    "Qt-LGPL-exception-1.1",
    "RRDtool-FLOSS-exception-2.0",
    "SHL-2.0",
    "SHL-2.1",
    "Spelling-Provider-LGPL-exception",
    "Swift-exception",
    "UBDL-exception",
    "Universal-FOSS-exception-1.0",
    "cryptsetup-OpenSSL-exception",
    "erlang-otp-linking-exception",
    "fmt-exception",
    "gnu-javamail-exception",
    "i2p-gpl-java-exception",
    "kvirc-openssl-exception",
    "libpri-OpenH323-exception",
    "openvpn-openssl-exception",
    "rsync-linking-exception",
    "sqlitestudio-OpenSSL-exception",
    "stunnel-exception",
    "vsftpd-openssl-exception",
    "x11vnc-openssl-exception",
];

/// Categories in the order of the SPDX list.
static BY_INDEX: LazyLock<Vec<Category>> = LazyLock::new(|| {
    // The length of the entry that decided so far; an exact id outweighs every family.
    let mut decided = vec![(0_usize, Category::Unknown); LICENSES.len()];
    for (category, ids) in TABLES {
        for entry in *ids {
            let family = entry.strip_suffix('*');
            let weight = family.map_or(usize::MAX, str::len);
            let name = family.unwrap_or(entry);
            let first = LICENSES.partition_point(|license| license.name < name);
            for license in LICENSES.iter().skip(first) {
                let fits = if family.is_some() { license.name.starts_with(name) } else { license.name == name };
                if !fits {
                    break;
                }
                if let Some(slot) = decided.get_mut(license.index).filter(|slot| slot.0 < weight) {
                    *slot = (weight, *category);
                }
            }
        }
    }
    decided.into_iter().map(|(_, category)| category).collect()
});

/// The category of a license of the SPDX list.
pub(super) fn of_license(id: spdx::LicenseId) -> Category {
    BY_INDEX.get(id.index).copied().unwrap_or(Category::Unknown)
}

/// The category of a license together with an exception.
///
/// An exception that nobody has read may as well take rights away (the Commons Clause does), so it makes the pair
/// unknown.
pub(super) fn of_pair(license: Category, exception: &str) -> Category {
    if exception == COMMONS_CLAUSE {
        return license.max(Category::SourceAvailable);
    }
    if !is_permissive_exception(exception) {
        return Category::Unknown;
    }
    match license {
        Category::StrongCopyleft if LINKING.contains(&exception) => Category::WeakCopyleftLibrary,
        Category::WeakCopyleftLibrary if LINKING.contains(&exception) => Category::WeakCopyleftFile,
        Category::StrongCopyleft | Category::WeakCopyleftLibrary if OUTPUT.contains(&exception) => {
            Category::WeakCopyleftFile
        }
        _ => license,
    }
}

/// The restriction that is most often worded as an exception: "with the Commons Clause".
pub(super) const COMMONS_CLAUSE: &str = "AdditionRef-Commons-Clause";

/// True for an exception that is known to do nothing but grant more.
pub(super) fn is_permissive_exception(exception: &str) -> bool {
    [LINKING, OUTPUT, NAMED].iter().any(|list| list.contains(&exception))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use spdx::identifiers::EXCEPTIONS;

    use super::*;

    /// Licenses that nobody has judged yet; a new id of a newer list fails here until it is placed.
    const UNJUDGED: Ids = &[
        "APL-1.0",
        "Advanced-Cryptics-Dictionary",
        "Eurosym",
        "FDK-MPEG-H",
        "Frameworx-1.0",
        "IEC-Code-Components-EULA",
        "ISO-permission",
        "JPL-image",
        "LPD-document",
        "MMPL-1.0.1",
        "MVT-1.1",
        "NOASSERTION",
        "OSC-1.0",
        "OpenPBS-2.3",
        "SGMLUG-PM",
        "SMPPL",
        "TORQUE-1.1",
        "TOSL",
        "TPL-1.0",
        "VOSTROM",
        "any-OSI",
        "any-OSI-perl-modules",
    ];

    #[test]
    fn fewer_than_one_license_in_twenty_is_unjudged() {
        let unknown: Vec<&str> = LICENSES
            .iter()
            .filter(|license| BY_INDEX[license.index] == Category::Unknown)
            .map(|license| license.name)
            .collect();
        assert_eq!(unknown, UNJUDGED);
        assert!(unknown.len() * 20 < LICENSES.len());
    }

    #[test]
    fn every_entry_names_something_and_stands_once() {
        let mut seen = BTreeSet::new();
        for entry in TABLES.iter().flat_map(|(_, ids)| ids.iter()) {
            assert!(seen.insert(*entry), "{entry} stands twice");
            let known = match entry.strip_suffix('*') {
                Some(prefix) => LICENSES.iter().any(|license| license.name.starts_with(prefix)),
                None => LICENSES.iter().any(|license| license.name == *entry),
            };
            assert!(known, "{entry} is not in the SPDX list");
        }
    }

    #[test]
    fn every_exception_of_the_list_has_been_read() {
        let mut seen = BTreeSet::new();
        for entry in [LINKING, OUTPUT, NAMED].concat() {
            assert!(seen.insert(entry), "{entry} stands twice");
            assert!(entry.starts_with("AdditionRef-") || spdx::exception_id(entry).is_some(), "{entry}");
        }
        for exception in EXCEPTIONS {
            assert!(seen.contains(exception.name), "{} is not judged", exception.name);
        }
    }

    #[test]
    fn nothing_the_list_calls_copyleft_is_taken_for_permissive() {
        let contradicted: Vec<&str> = LICENSES
            .iter()
            .filter(|l| l.flags & spdx::flags::IS_COPYLEFT != 0 && BY_INDEX[l.index] <= Category::Permissive)
            .map(|license| license.name)
            .collect();
        // CeCILL-B is the CeCILL that is written after the BSD; MS-PL asks for itself only where source is given.
        assert_eq!(contradicted, ["CECILL-B", "MS-PL"]);
    }

    #[test]
    fn osi_approved_licenses_are_open() {
        for license in LICENSES.iter().filter(|l| l.flags & spdx::flags::IS_OSI_APPROVED != 0) {
            let category = BY_INDEX[license.index];
            assert!(category < Category::SourceAvailable || category == Category::Unknown, "{}", license.name);
        }
    }
}
