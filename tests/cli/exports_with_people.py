"""Exports that are full of people, as each kind of shop sends them: what is written here must turn up nowhere else."""

from __future__ import annotations

from pathlib import Path

ORDERS = """Tilausnumero;Tilausaika;Asiakas;Puhelin;Sähköposti;Viesti
T-1;28.11.2025 14.05;Hilkka Ryynänen;040 765 4321;hilkka.ryynanen@posti.example;Soita ovelta kun tuot paketin.
T-2;29.11.2025 9.00;Pertti Kekkuli;+358 50 222 3344;pertti@kekkuli.example;Jätä paketti naapurille Saimalle.
Hilkka Ryynänen;hilkka.ryynanen@posti.example;28.11.2025;040 765 4321;;Rivi on mennyt sekaisin sarakkeissa.
T-3;huomenna kello kaksi;Saima Naapuri;09 123 45678;saima.naapuri@posti.example;En muista milloin tilasin tämän.
"""
CONTACTS = """Created time;Channel;Reason;Requester name;Requester email;Subject;Body;Order
5.12.2025 14.05;email;;Hilkka Ryynänen;hilkka.ryynanen@posti.example;Missä minun lankani viipyy?;\
Hei, tilasin lankaa Hilkan syntymäpäiville. Missä pakettini on nyt? Numeroni on 040 765 4321.;T-1
6.12.2025 20.15;chat;palautus;Pertti Kekkuli;pertti@kekkuli.example;Palautan villasukat takaisin;\
Sukat ovat Pertille liian pienet. Haluan rahat takaisin tilille FI21 1234 5600 0007 85.;T-2
ei aikaa lainkaan;email;;Saima Naapuri;saima.naapuri@posti.example;Valitan tästä palvelusta;\
Saima ei saanut vastausta viikkoon. Hetuni on 131052-308T jos tarvitsette.;T-9
7.12.2025 11.00;email;laskutus;Pertti Kekkuli;pertti@kekkuli.example;Re: sukat;\
Kiitos avusta Pertille.;T-2
"""
SURVEY = """Vastaustunnus;Saitko asiasi hoidettua?;Suosittelisitko;Palvelun laatu;Kokonaisarvosana;Vapaa palaute;Nimi
1;kyllä;10;9;9;Ihana Kaisa auttoi minua kovasti.;Hilkka Ryynänen
2;ei;3;4;2;Pertti ei palaa teille enää koskaan.;Pertti Kekkuli
3;ehkä;9;9;ysi;Soittakaa numeroon 040 765 4321.;Saima Naapuri
"""
MBOX = """From 1@xxx Fri Nov 28 20:12:41 +0000 2025
X-GM-THRID: 1
X-Gmail-Labels: Inbox
Message-ID: <1@posti.example>
Date: Fri, 28 Nov 2025 22:12:41 +0200
From: Hilkka =?utf-8?Q?Ryyn=C3=A4nen?= <hilkka.ryynanen@posti.example>
To: apua@lankala.example
Subject: =?utf-8?Q?Miss=C3=A4_minun_lankani_viipyy=3F?=
Content-Type: text/plain; charset=utf-8

Hei, tilasin lankaa Hilkan syntymäpäiville.
Missä pakettini on nyt? Numeroni on 040 765 4321.

From 2@xxx Sat Nov 29 20:12:41 +0000 2025
X-GM-THRID: 2
X-Gmail-Labels: Inbox
Message-ID: <2@posti.example>
Date: eilen illalla
From: Pertti Kekkuli <pertti@kekkuli.example>
To: apua@lankala.example
Subject: Palautan villasukat takaisin
Content-Type: text/plain; charset=utf-8

Sukat ovat Pertille liian pienet.

"""
ALSO = {"131052-308T", "FI21 1234 5600 0007 85", "Hilkan", "Ryynänen", "Kekkuli", "Saima", "kekkuli.example"}
"""What no pattern of a search would find."""


def written(folder: Path) -> dict[str, Path]:
    """The four files by kind."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"orders": ("tilaukset.csv", ORDERS), "contacts": ("yhteydet.csv", CONTACTS),
             "survey": ("kysely.csv", SURVEY), "mailbox": ("posti.mbox", MBOX)}
    for name, text in texts.values():
        (folder / name).write_text(text, encoding="utf-8")
    return {kind: folder / name for kind, (name, _) in texts.items()}
