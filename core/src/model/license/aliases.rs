//! Names that people and tools write instead of SPDX ids: tables to be read and corrected.
//!
//! A name is compared after [`fold`](super::names::fold): case, punctuation, `License`, `the` and `version` do not count,
//! `v2`, `2` and `2.0` are one, `or later` and `+` are one. A name that could mean several licenses is never guessed
//! silently: either it stands for its family, or its likeliest meaning is marked as a guess with the other candidates.

/// What a name stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning {
    /// This expression.
    Is(&'static str),
    /// Probably the first of these expressions.
    Guess(&'static [&'static str]),
    /// Any of these; the term takes the name.
    OneOf(&'static str, &'static [&'static str]),
    /// A license outside the SPDX list that has no text of its own, under this `LicenseRef`.
    Custom(&'static str),
}

use Meaning::{Custom, Guess, Is, OneOf};

/// A family of licenses whose name is followed, or preceded, by a version.
#[derive(Debug)]
pub(super) struct Family {
    /// The name of the term when no version is given.
    pub(super) name: &'static str,
    /// Every way to write the family, as folded.
    pub(super) phrases: &'static [&'static str],
    /// Versions as folded, and the id each leads to; in GNU families without `-only` and `-or-later`.
    pub(super) versions: &'static [(&'static str, &'static str)],
    /// Words that may stand beside the name and say nothing.
    pub(super) fillers: &'static [&'static str],
    /// GNU ids end in `-only` or `-or-later`, and a version alone does not tell which.
    pub(super) gnu: bool,
}

const fn family(
    name: &'static str,
    phrases: &'static [&'static str],
    versions: &'static [(&'static str, &'static str)],
) -> Family {
    Family { name, phrases, versions, fillers: &[], gnu: false }
}

const fn gnu(
    name: &'static str,
    phrases: &'static [&'static str],
    versions: &'static [(&'static str, &'static str)],
) -> Family {
    Family { name, phrases, versions, fillers: &[], gnu: true }
}

const fn creative(
    name: &'static str,
    phrases: &'static [&'static str],
    versions: &'static [(&'static str, &'static str)],
) -> Family {
    const FILLERS: &[&str] = &["international", "unported", "generic", "universal", "public", "domain", "dedication"];
    Family { name, phrases, versions, fillers: FILLERS, gnu: false }
}

pub(super) const FAMILIES: &[Family] = &[
    gnu(
        "GPL",
        &["gpl", "gnu gpl", "general public", "gnu general public", "gnu public"],
        &[("1", "GPL-1.0"), ("2", "GPL-2.0"), ("3", "GPL-3.0")],
    ),
    gnu(
        "LGPL",
        &[
            "lgpl",
            "gnu lgpl",
            "lesser general public",
            "gnu lesser general public",
            "library general public",
            "gnu library general public",
            "library or lesser general public",
            "gnu library or lesser general public",
            "lesser gpl",
            "gnu lesser gpl",
            "library gpl",
            "gnu library gpl",
            "gnu library or lesser gpl",
            "gnu lesser",
            "gnu lesser public",
            "lesser gnu public",
            "gnu general lesser public",
            "lesser",
        ],
        &[("2", "LGPL-2.0"), ("2.1", "LGPL-2.1"), ("3", "LGPL-3.0")],
    ),
    gnu(
        "AGPL",
        &[
            "agpl",
            "gnu agpl",
            "affero general public",
            "gnu affero general public",
            "affero gpl",
            "gnu affero gpl",
            "affero",
            "gnu affero",
        ],
        &[("1", "AGPL-1.0"), ("3", "AGPL-3.0")],
    ),
    gnu(
        "GFDL",
        &["gfdl", "gnu gfdl", "fdl", "gnu fdl", "free documentation", "gnu free documentation"],
        &[("1.1", "GFDL-1.1"), ("1.2", "GFDL-1.2"), ("1.3", "GFDL-1.3")],
    ),
    Family {
        name: "Apache",
        phrases: &["apache", "apache software", "apache public", "asl", "asf", "al"],
        versions: &[("1", "Apache-1.0"), ("1.1", "Apache-1.1"), ("2", "Apache-2.0")],
        fillers: &["january", "2004"],
        gnu: false,
    },
    Family {
        name: "BSD",
        phrases: &["bsd", "bsdl", "berkeley software distribution"],
        versions: &[
            ("0", "0BSD"),
            ("1", "BSD-1-Clause"),
            ("2", "BSD-2-Clause"),
            ("3", "BSD-3-Clause"),
            ("4", "BSD-4-Clause"),
        ],
        fillers: &["clause", "clauses"],
        gnu: false,
    },
    family("MPL", &["mpl", "mozilla", "mozilla public"], &[("1", "MPL-1.0"), ("1.1", "MPL-1.1"), ("2", "MPL-2.0")]),
    family("EPL", &["epl", "eclipse", "eclipse public", "eclipse publish"], &[("1", "EPL-1.0"), ("2", "EPL-2.0")]),
    family("CDDL", &["cddl", "common development and distribution"], &[("1", "CDDL-1.0"), ("1.1", "CDDL-1.1")]),
    family("CPL", &["cpl", "common public"], &[("1", "CPL-1.0")]),
    family("IPL", &["ibm public"], &[("1", "IPL-1.0")]),
    family("EUPL", &["eupl", "european union public"], &[("1", "EUPL-1.0"), ("1.1", "EUPL-1.1"), ("1.2", "EUPL-1.2")]),
    family(
        "AFL",
        &["afl", "academic free"],
        &[("1.1", "AFL-1.1"), ("1.2", "AFL-1.2"), ("2", "AFL-2.0"), ("2.1", "AFL-2.1"), ("3", "AFL-3.0")],
    ),
    family(
        "OSL",
        &["osl", "open software"],
        &[("1", "OSL-1.0"), ("1.1", "OSL-1.1"), ("2", "OSL-2.0"), ("2.1", "OSL-2.1"), ("3", "OSL-3.0")],
    ),
    family(
        "APSL",
        &["apsl", "apple public source"],
        &[("1", "APSL-1.0"), ("1.1", "APSL-1.1"), ("1.2", "APSL-1.2"), ("2", "APSL-2.0")],
    ),
    family("Artistic", &["artistic", "perl artistic"], &[("1", "Artistic-1.0"), ("2", "Artistic-2.0")]),
    family("Boost", &["boost", "boost software"], &[("1", "BSL-1.0")]),
    // `BSL` is Boost's id and, in daily speech, the Business Source License.
    family("BSL", &["bsl"], &[("1", "BSL-1.0"), ("1.1", "BUSL-1.1")]),
    family("BUSL", &["busl", "business source"], &[("1.1", "BUSL-1.1")]),
    family("SSPL", &["sspl", "server side public"], &[("1", "SSPL-1.0")]),
    family("Elastic", &["elastic", "el"], &[("2", "Elastic-2.0")]),
    family(
        "CECILL",
        &["cecill", "cecill free software agreement", "cea cnrs inria logiciel libre"],
        &[("1", "CECILL-1.0"), ("1.1", "CECILL-1.1"), ("2", "CECILL-2.0"), ("2.1", "CECILL-2.1")],
    ),
    creative(
        "CC-BY",
        &["cc by", "creative commons by", "creative commons attribution"],
        &[("1", "CC-BY-1.0"), ("2", "CC-BY-2.0"), ("2.5", "CC-BY-2.5"), ("3", "CC-BY-3.0"), ("4", "CC-BY-4.0")],
    ),
    creative(
        "CC-BY-SA",
        &[
            "cc by sa",
            "creative commons by sa",
            "creative commons attribution sharealike",
            "creative commons attribution share alike",
        ],
        &[
            ("1", "CC-BY-SA-1.0"),
            ("2", "CC-BY-SA-2.0"),
            ("2.5", "CC-BY-SA-2.5"),
            ("3", "CC-BY-SA-3.0"),
            ("4", "CC-BY-SA-4.0"),
        ],
    ),
    creative(
        "CC-BY-NC",
        &[
            "cc by nc",
            "creative commons by nc",
            "creative commons attribution noncommercial",
            "creative commons attribution non commercial",
        ],
        &[
            ("1", "CC-BY-NC-1.0"),
            ("2", "CC-BY-NC-2.0"),
            ("2.5", "CC-BY-NC-2.5"),
            ("3", "CC-BY-NC-3.0"),
            ("4", "CC-BY-NC-4.0"),
        ],
    ),
    creative(
        "CC-BY-NC-SA",
        &[
            "cc by nc sa",
            "creative commons by nc sa",
            "creative commons attribution noncommercial sharealike",
            "creative commons attribution non commercial share alike",
        ],
        &[
            ("1", "CC-BY-NC-SA-1.0"),
            ("2", "CC-BY-NC-SA-2.0"),
            ("2.5", "CC-BY-NC-SA-2.5"),
            ("3", "CC-BY-NC-SA-3.0"),
            ("4", "CC-BY-NC-SA-4.0"),
        ],
    ),
    creative(
        "CC-BY-NC-ND",
        &[
            "cc by nc nd",
            "creative commons by nc nd",
            "creative commons attribution noncommercial noderivatives",
            "creative commons attribution noncommercial noderivs",
            "creative commons attribution non commercial no derivatives",
        ],
        &[
            ("1", "CC-BY-NC-ND-1.0"),
            ("2", "CC-BY-NC-ND-2.0"),
            ("2.5", "CC-BY-NC-ND-2.5"),
            ("3", "CC-BY-NC-ND-3.0"),
            ("4", "CC-BY-NC-ND-4.0"),
        ],
    ),
    creative(
        "CC-BY-ND",
        &[
            "cc by nd",
            "creative commons by nd",
            "creative commons attribution noderivatives",
            "creative commons attribution noderivs",
            "creative commons attribution no derivatives",
        ],
        &[
            ("1", "CC-BY-ND-1.0"),
            ("2", "CC-BY-ND-2.0"),
            ("2.5", "CC-BY-ND-2.5"),
            ("3", "CC-BY-ND-3.0"),
            ("4", "CC-BY-ND-4.0"),
        ],
    ),
    creative("CC0", &["cc 0", "creative commons zero", "creative commons cc 0", "cc zero"], &[("1", "CC0-1.0")]),
    family("ECL", &["ecl", "educational community"], &[("1", "ECL-1.0"), ("2", "ECL-2.0")]),
    family("EFL", &["efl", "eiffel forum"], &[("1", "EFL-1.0"), ("2", "EFL-2.0")]),
    family("LPPL", &["lppl", "latex project public"], &[("1", "LPPL-1.0"), ("1.1", "LPPL-1.1"), ("1.2", "LPPL-1.2")]),
    family("NPL", &["npl", "netscape", "netscape public"], &[("1", "NPL-1.0"), ("1.1", "NPL-1.1")]),
    family("OFL", &["ofl", "sil ofl", "open font", "sil open font"], &[("1", "OFL-1.0"), ("1.1", "OFL-1.1")]),
    family(
        "OpenLDAP",
        &["openldap", "openldap public", "open ldap public"],
        &[("2.4", "OLDAP-2.4"), ("2.7", "OLDAP-2.7"), ("2.8", "OLDAP-2.8")],
    ),
    family("PHP", &["php"], &[("3", "PHP-3.0"), ("3.01", "PHP-3.01")]),
    family("Parity", &["parity", "parity public"], &[("6", "Parity-6.0.0"), ("7", "Parity-7.0.0")]),
    family("PSF", &["psf", "psfl", "python software foundation"], &[("2", "PSF-2.0")]),
    family("QPL", &["qpl", "q public", "qt public"], &[("1", "QPL-1.0")]),
    family("MulanPSL", &["mulanpsl", "mulan psl"], &[("1", "MulanPSL-1.0"), ("2", "MulanPSL-2.0")]),
    family("UPL", &["upl", "universal permissive"], &[("1", "UPL-1.0")]),
    family("WTFPL", &["wtfpl", "do what the fuck you want to public"], &[("2", "WTFPL")]),
    family("ZPL", &["zpl", "zope", "zope public"], &[("1.1", "ZPL-1.1"), ("2", "ZPL-2.0"), ("2.1", "ZPL-2.1")]),
    family("EDL", &["edl", "eclipse distribution"], &[("1", "BSD-3-Clause")]),
    family("BlueOak", &["blueoak", "blue oak model", "blue oak"], &[("1", "BlueOak-1.0.0")]),
    family("ODbL", &["odbl", "open database"], &[("1", "ODbL-1.0")]),
    family("CPAL", &["cpal", "common public attribution"], &[("1", "CPAL-1.0")]),
];

const GPL_2_CLASSPATH: &[&str] =
    &["GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-or-later WITH Classpath-exception-2.0"];
const CDDL_GPL_2: &[&str] =
    &["CDDL-1.0 OR GPL-2.0-only WITH Classpath-exception-2.0", "CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0"];
const PERL: &str = "Artistic-1.0-Perl OR GPL-1.0-or-later";
const PYTHON: &[&str] = &["PSF-2.0", "Python-2.0"];

/// Names outside the families; sorted by what they mean.
pub(super) const NAMES: &[(&str, Meaning)] = &[
    ("Aladdin Free Public License (AFPL)", Is("Aladdin")),
    ("AFPL", Is("Aladdin")),
    ("Artistic", Guess(&["Artistic-1.0-Perl", "Artistic-1.0", "Artistic-2.0"])),
    ("Perl Artistic", Guess(&["Artistic-1.0-Perl", "Artistic-1.0", "Artistic-2.0"])),
    ("Clarified Artistic", Is("ClArtistic")),
    ("Attribution Assurance License", Is("AAL")),
    ("Beer-ware", Is("Beerware")),
    ("Zero-Clause BSD", Is("0BSD")),
    ("BSD Zero", Is("0BSD")),
    ("Free Public License 1.0.0", Is("0BSD")),
    ("FreeBSD", Is("BSD-2-Clause")),
    ("BSD FreeBSD", Is("BSD-2-Clause")),
    ("Simplified BSD", Is("BSD-2-Clause")),
    ("BSD Simplified", Is("BSD-2-Clause")),
    ("BSD 2-Clause FreeBSD", Is("BSD-2-Clause-Views")),
    ("BSD 2-Clause \"Simplified\" or \"FreeBSD\" License", Is("BSD-2-Clause")),
    ("New BSD", Is("BSD-3-Clause")),
    ("BSD New", Is("BSD-3-Clause")),
    ("BSD 3-Clause New", Is("BSD-3-Clause")),
    ("New BSD 3-Clause", Is("BSD-3-Clause")),
    ("Modified BSD", Is("BSD-3-Clause")),
    ("BSD Modified", Is("BSD-3-Clause")),
    ("Revised BSD", Is("BSD-3-Clause")),
    ("BSD Revised", Is("BSD-3-Clause")),
    ("BSD 3-Clause Revised", Is("BSD-3-Clause")),
    ("New or Revised BSD", Is("BSD-3-Clause")),
    ("edl-v10", Is("BSD-3-Clause")),
    ("Eclipse Distribution License (New BSD License)", Is("BSD-3-Clause")),
    ("Go License", Is("BSD-3-Clause")),
    ("Original BSD", Is("BSD-4-Clause")),
    ("BSD with advertising", Is("BSD-4-Clause")),
    ("Boost1.0", Is("BSL-1.0")),
    ("CDDL+GPL", Guess(CDDL_GPL_2)),
    ("CDDL/GPLv2+CE", Guess(CDDL_GPL_2)),
    ("CDDL + GPLv2 with classpath exception", Guess(CDDL_GPL_2)),
    ("CeCILL-B Free Software License Agreement (CECILL-B)", Is("CECILL-B")),
    ("CeCILL-C Free Software License Agreement (CECILL-C)", Is("CECILL-C")),
    (
        "Creative Commons",
        OneOf("Creative Commons", &["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC0-1.0"]),
    ),
    ("Public Domain, per Creative Commons CC0", Is("CC0-1.0")),
    ("Public Domain (CC0)", Is("CC0-1.0")),
    ("CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", Is("CC0-1.0")),
    ("Creative Commons Public Domain", Is("CC-PDDC")),
    ("epl-v10", Is("EPL-1.0")),
    ("epl-v20", Is("EPL-2.0")),
    ("FreeType", Is("FTL")),
    ("GFDL-NIV-1.1", Is("GFDL-1.1-no-invariants-only")),
    ("GFDL-NIV-1.2", Is("GFDL-1.2-no-invariants-only")),
    ("GFDL-NIV-1.3", Is("GFDL-1.3-no-invariants-only")),
    ("GFDL-NIV-1.1+", Is("GFDL-1.1-no-invariants-or-later")),
    ("GFDL-NIV-1.2+", Is("GFDL-1.2-no-invariants-or-later")),
    ("GFDL-NIV-1.3+", Is("GFDL-1.3-no-invariants-or-later")),
    ("GFDL-1.2+-no-invariant", Is("GFDL-1.2-no-invariants-or-later")),
    ("GFDL-1.3+-no-invariant", Is("GFDL-1.3-no-invariants-or-later")),
    ("GPL2 w/ CPE", Guess(GPL_2_CLASSPATH)),
    ("GPLv2+CE", Guess(GPL_2_CLASSPATH)),
    ("GPLv2+CPE", Guess(GPL_2_CLASSPATH)),
    ("GPLv2 license, includes the classpath exception", Guess(GPL_2_CLASSPATH)),
    ("Historical Permission Notice and Disclaimer (HPND)", Is("HPND")),
    ("ISCL", Is("ISC")),
    ("Info-ZIP", Is("Info-ZIP")),
    ("Bouncy Castle", Is("MIT")),
    ("Expat", Is("MIT")),
    ("MIT Expat", Is("MIT")),
    ("Expat MIT", Is("MIT")),
    ("MIT/X11", Is("MIT")),
    ("X11/MIT", Is("MIT")),
    ("X/MIT", Is("MIT")),
    ("MIT/X", Is("MIT")),
    ("MIT/X Consortium", Is("X11")),
    ("Expat (MIT/X11)", Is("MIT")),
    ("MIT Open Source", Is("MIT")),
    ("MIT with advertising", Is("MIT-advertising")),
    ("MIT No Attribution", Is("MIT-0")),
    ("MS-PL", Is("MS-PL")),
    ("MSPL", Is("MS-PL")),
    ("Microsoft Public License (Ms-PL)", Is("MS-PL")),
    ("MSRL", Is("MS-RL")),
    ("Microsoft Reciprocal License (Ms-RL)", Is("MS-RL")),
    ("University of Illinois/NCSA", Is("NCSA")),
    ("Netscape Public License (NPL)", OneOf("NPL", &["NPL-1.0", "NPL-1.1"])),
    ("Open Group Test Suite", Is("OGTSL")),
    ("OpenSSL/SSLeay", Is("OpenSSL")),
    ("PostgreSQL", Is("PostgreSQL")),
    ("Postgres", Is("PostgreSQL")),
    ("PSF/Python", OneOf("PSF", PYTHON)),
    ("PSF", OneOf("PSF", PYTHON)),
    ("PSFL", OneOf("PSF", PYTHON)),
    ("Python", OneOf("PSF", PYTHON)),
    ("Python Software Foundation", OneOf("PSF", PYTHON)),
    ("Python License (CNRI Python License)", Is("CNRI-Python")),
    ("Qt Public License (QPL)", Is("QPL-1.0")),
    ("Ricoh Source Code Public License", Is("RSCPL")),
    ("Sun Industry Standards Source License (SISSL)", Is("SISSL")),
    ("Sun Public License", Is("SPL-1.0")),
    ("TCL/TK", Is("TCL")),
    ("Unlicence", Is("Unlicense")),
    ("Public Domain (Unlicense)", Is("Unlicense")),
    ("Unlicense (Public Domain)", Is("Unlicense")),
    ("Vovida Software License 1.0", Is("VSL-1.0")),
    ("W3CL", Is("W3C")),
    ("W3C Software", Is("W3C")),
    ("W3C Software Notice and License", Is("W3C")),
    ("X11 (MIT)", Is("X11")),
    ("X.Net", Is("Xnet")),
    ("zlib/libpng", Is("Zlib")),
    ("libpng/zlib", Is("Zlib")),
    ("Unicode", OneOf("Unicode", &["Unicode-3.0", "Unicode-DFS-2016", "Unicode-DFS-2015", "Unicode-TOU"])),
    ("Perl", Is(PERL)),
    ("Perl 5", Is(PERL)),
    ("perl_5", Is(PERL)),
    ("same terms as Perl", Is(PERL)),
    ("same as Perl", Is(PERL)),
    ("same terms as Perl itself", Is(PERL)),
    ("same as Perl itself", Is(PERL)),
    ("Artistic/GPL", Is(PERL)),
    ("GPL/Artistic", Is(PERL)),
    ("GPL or Artistic", Is(PERL)),
    ("Artistic or GPL", Is(PERL)),
    ("GPL+ or Artistic", Is(PERL)),
    ("GPL-1+ or Artistic", Is(PERL)),
    ("Artistic or GPL-1+", Is(PERL)),
    ("Public Domain", Custom("LicenseRef-public-domain")),
    ("PublicDomain", Custom("LicenseRef-public-domain")),
    ("PD", Custom("LicenseRef-public-domain")),
    ("SUSE-Public-Domain", Custom("LicenseRef-public-domain")),
    ("Commercial", Custom("LicenseRef-commercial")),
    ("Proprietary", Custom("LicenseRef-proprietary")),
    ("Other/Proprietary License", Custom("LicenseRef-proprietary")),
    ("Proprietary License", Custom("LicenseRef-proprietary")),
    ("All rights reserved", Custom("LicenseRef-proprietary")),
    ("Freeware", Custom("LicenseRef-freeware")),
    ("Free for non-commercial use", Custom("LicenseRef-noncommercial")),
    ("Free For Educational Use", Custom("LicenseRef-noncommercial")),
    ("Free For Home Use", Custom("LicenseRef-noncommercial")),
    ("Free To Use But Restricted", Custom("LicenseRef-freeware")),
    ("Redistributable, no modification permitted", Custom("LicenseRef-freeware")),
    ("Commons Clause", Custom("LicenseRef-Commons-Clause")),
    ("RSALv2", Custom("LicenseRef-RSAL-2.0")),
    ("Redis Source Available License 2.0", Custom("LicenseRef-RSAL-2.0")),
    ("Confluent Community License", Custom("LicenseRef-Confluent-Community")),
];

/// Exceptions by other names; ids fit in any case and punctuation already.
pub(super) const EXCEPTIONS: &[(&str, &str)] = &[
    ("classpath", "Classpath-exception-2.0"),
    ("classpath exception", "Classpath-exception-2.0"),
    ("gnu classpath exception", "Classpath-exception-2.0"),
    ("class path exception", "Classpath-exception-2.0"),
    ("classpath linking exception", "Classpath-exception-2.0"),
    ("cpe", "Classpath-exception-2.0"),
    ("ce", "Classpath-exception-2.0"),
    ("gcc runtime library exception", "GCC-exception-3.1"),
    ("gcc runtime exception", "GCC-exception-3.1"),
    ("runtime exception", "GCC-exception-3.1"),
    ("gcc rle", "GCC-exception-3.1"),
    ("llvm", "LLVM-exception"),
    ("llvm exceptions", "LLVM-exception"),
    ("bison exception", "Bison-exception-2.2"),
    ("font exception", "Font-exception-2.0"),
    ("font embedding exception", "Font-exception-2.0"),
    ("libtool", "Libtool-exception"),
    ("autoconf macros exception", "Autoconf-exception-macro"),
    ("linux syscall note exception", "Linux-syscall-note"),
    ("syscall exception", "Linux-syscall-note"),
    ("openssl exception", "AdditionRef-OpenSSL-exception"),
    ("openssl linking exception", "AdditionRef-OpenSSL-exception"),
    ("foss exception", "AdditionRef-FOSS-exception"),
    ("floss exception", "AdditionRef-FOSS-exception"),
    ("foss license exception", "AdditionRef-FOSS-exception"),
    ("commons clause", super::categories::COMMONS_CLAUSE),
    ("commons clause condition", super::categories::COMMONS_CLAUSE),
    ("wxwidgets exception", "WxWindows-exception-3.1"),
    ("ecos exception", "eCos-exception-2.0"),
];

/// Exceptions that have an edition for each version of the GPL: name, for 2, for 3.
pub(super) const EXCEPTIONS_BY_VERSION: &[(&str, &str, &str)] = &[
    ("autoconf exception", "Autoconf-exception-2.0", "Autoconf-exception-3.0"),
    ("gcc exception", "GCC-exception-2.0", "GCC-exception-3.1"),
];

/// Deprecated ids that are more than an old spelling of `-only` and `-or-later`.
pub(super) const DEPRECATED: &[(&str, &str)] = &[
    ("BSD-2-Clause-FreeBSD", "BSD-2-Clause-Views"),
    ("BSD-2-Clause-NetBSD", "BSD-2-Clause"),
    ("GPL-2.0-with-GCC-exception", "GPL-2.0-only WITH GCC-exception-2.0"),
    ("GPL-2.0-with-autoconf-exception", "GPL-2.0-only WITH Autoconf-exception-2.0"),
    ("GPL-2.0-with-bison-exception", "GPL-2.0-only WITH Bison-exception-2.2"),
    ("GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0"),
    ("GPL-2.0-with-font-exception", "GPL-2.0-only WITH Font-exception-2.0"),
    ("GPL-3.0-with-GCC-exception", "GPL-3.0-only WITH GCC-exception-3.1"),
    ("GPL-3.0-with-autoconf-exception", "GPL-3.0-only WITH Autoconf-exception-3.0"),
    // Nothing replaces it: it was a bundle of licenses.
    ("Net-SNMP", "Net-SNMP"),
    ("Nunit", "zlib-acknowledgement"),
    ("StandardML-NJ", "SMLNJ"),
    ("bzip2-1.0.5", "bzip2-1.0.6"),
    ("eCos-2.0", "GPL-2.0-or-later WITH eCos-exception-2.0"),
    ("wxWindows", "LGPL-2.0-or-later WITH WxWindows-exception-3.1"),
];

/// Sites whose page names are license names, and what to put before the name.
pub(super) const HOSTS: &[(&str, &str)] = &[
    ("apache.org", "apache "),
    ("choosealicense.com", ""),
    ("creativecommons.org", "cc "),
    ("eclipse.org", ""),
    ("fsf.org", ""),
    ("gnu.org", ""),
    ("licenses.nuget.org", ""),
    ("mozilla.org", ""),
    ("opensource.org", ""),
    ("repository.jboss.org", ""),
    ("spdx.org", ""),
];

/// Pages whose name does not tell; without scheme, `www.`, ending and closing slash.
pub(super) const PAGES: &[(&str, Meaning)] = &[
    ("apache.org/licenses", OneOf("Apache", &["Apache-1.0", "Apache-1.1", "Apache-2.0"])),
    ("asm.ow2.io/license", Is("BSD-3-Clause")),
    ("boost.org/license_1_0", Is("BSL-1.0")),
    ("bouncycastle.org/licence", Is("MIT")),
    ("bouncycastle.org/license", Is("MIT")),
    ("creativecommons.org/publicdomain/mark/1.0", Is("CC-PDM-1.0")),
    ("creativecommons.org/publicdomain/zero/1.0", Is("CC0-1.0")),
    ("eclipse.org/org/documents/epl-v10", Is("EPL-1.0")),
    ("glassfish.dev.java.net/nonav/public/cddl+gpl", Is("CDDL-1.0 OR GPL-2.0-only WITH Classpath-exception-2.0")),
    ("glassfish.dev.java.net/public/cddl+gpl", Is("CDDL-1.0 OR GPL-2.0-only WITH Classpath-exception-2.0")),
    ("glassfish.dev.java.net/public/cddl+gpl_1_1", Is("CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0")),
    ("glassfish.java.net/public/cddl+gpl_1_1", Is("CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0")),
    ("gnu.org/software/classpath/license", Guess(GPL_2_CLASSPATH)),
    ("golang.org/license", Is("BSD-3-Clause")),
    ("javaee.github.io/glassfish/license", Is("CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0")),
    ("json.org/license", Is("JSON")),
    ("mozilla.org/mpl", OneOf("MPL", &["MPL-1.0", "MPL-1.1", "MPL-2.0"])),
    ("openjdk.java.net/legal/gplv2+ce", Guess(GPL_2_CLASSPATH)),
    ("sam.zoy.org/wtfpl", Is("WTFPL")),
    ("scripts.sil.org/ofl", OneOf("OFL", &["OFL-1.0", "OFL-1.1"])),
    ("unlicense.org", Is("Unlicense")),
    ("wtfpl.net", Is("WTFPL")),
    ("wtfpl.net/about", Is("WTFPL")),
    ("zlib.net/zlib_license", Is("Zlib")),
];

/// `LicenseRef` ids of the tables above whose obligations are known.
pub(super) const CUSTOM: &[(&str, super::Category)] = &[
    ("LicenseRef-public-domain", super::Category::PublicDomain),
    ("LicenseRef-commercial", super::Category::Commercial),
    ("LicenseRef-proprietary", super::Category::Commercial),
    ("LicenseRef-UNLICENSED", super::Category::Commercial),
    ("LicenseRef-freeware", super::Category::ProprietaryFree),
    ("LicenseRef-noncommercial", super::Category::SourceAvailable),
    ("LicenseRef-Commons-Clause", super::Category::SourceAvailable),
    ("LicenseRef-RSAL-2.0", super::Category::SourceAvailable),
    ("LicenseRef-Confluent-Community", super::Category::SourceAvailable),
];
