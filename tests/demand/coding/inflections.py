"""Words and phrases as customers write them, in many inflections, with the reason that a person reads in them."""

from __future__ import annotations

FINNISH = {
    "where-is-my-order": """
        Missä tilaukseni on? / missä paketti / Missä pakettini viipyy / Missä on minun tilaukseni / missä lähetykseni / seurannan tiedot /
        seurantaa ei löydy / Seurantakoodi puuttuu / seurantakoodin pyyntö / seurantakoodia ei tullut / seurantatunnuksella / seurantalinkkiä /
        seurantanumeroni / tilaukseni tila / tilauksen tilanteesta / Milloin tilaus lähtee / milloin pakettini tulee / lähetystunnusta /
        seurantakoodi ei toimi / Onko pakettini lähtenyt / missä mun paketti on / tilauksen 10023 tila""",
    "delivery-time": """
        toimitusaika / toimitusajan pituus / toimitusaikaa / toimitusajat / toimitusajasta / toimitusaikojen / toimitus myöhässä /
        toimituksemme on myöhässä / viivästyksestä / viivästynyt toimitus / viivästyneen / viivästyy / Ehtiikö jouluksi / toimituspäivää /
        pakettini on myöhässä / myöhästyneet""",
    "delivery-options": """
        toimituskulut / toimituskuluista / toimituskuluja / toimitustapaa / toimitustavat / toimitustavoista / postikulujen / noutopisteestä / noutopisteeseen /
        pakettiautomaattiin / kotiinkuljetuksen / kotiinkuljetusta / ilmaisen toimituksen / pikatoimitusta""",
    "delivery-missing": """
        paketti kadonnut / kadonnut pakettini / Paketti on hukassa / pakettini on hävinnyt / Tilaus ei ole saapunut / tilaukseni ei ole vieläkään saapunut /
        pakettia ei ole tullut / en ole saanut pakettiani / En ole vieläkään saanut tilaustani / merkitty toimitetuksi / kadonneesta lähetyksestä""",
    "delivery-damaged": """
        kuljetusvaurio / kuljetusvauriosta / kuljetusvaurioita / paketti oli rikki / pakettini saapui rikki / vaurioitunut paketti / vaurioituneen tuotteen /
        vaurioituneita / kuljetusvahingosta / pakkaus oli auki / rikkoutunut matkalla""",
    "wrong-item": """
        väärä tuote / väärän tuotteen / vääriä tuotteita / sain väärän koon / tuote puuttuu / tuotteita puuttui / tilauksestani puuttui / puuttuva tuote /
        puuttuvan tuotteen / toimitusvirheestä / lähetyksestä puuttuu / vajaan toimituksen""",
    "return": """
        palautus / palautuksen / palautusta / palautukset / palautuksia / palautukseen / palautuksesta / palautuksestani / palautuksiin / palautusten / palautukseni /
        palauttaa / palautan / palautin / palauttaisin / palauttaminen / palauttamisen / palauttamisesta / palautettu / palauttanut / palauttamaan / palautetaan /
        Palautuslomake / palautuslomakkeen / palautusohjeet / palautusohjetta / palautusoikeus / palautustarraa / asiakaspalautus / asiakaspalautuksen / tuotepalautukset /
        haluaisin palauttaa tuotteen / voinko palauttaa / palautus 12345""",
    "withdrawal": """
        peruutusoikeus / peruutusoikeudesta / peruutuksesta / peruuttamisilmoitus / kaupan peruutus / kaupan peruuttamisesta / peruuttamisoikeuden""",
    "complaint": """
        reklamaatio / reklamaation / reklamaatiota / reklamaatiosta / reklamaatioita / reklamaationi / reklamaatioon / reklamoida / viallinen tuote / viallisen / viallista /
        vialliset / vikaa / vian / vikoja / rikki / tuote meni rikki / ei toimi / ei enää toimi / rikkinäinen / rikkinäisen / hajosi / rikkoutunut / laatuvirheestä / takuureklamaatio""",
    "warranty": """
        takuu / takuun / takuuta / takuusta / takuuseen / takuuaika / takuuajan / huolto / huollon / huoltoon / huoltoa / varaosa / varaosia / varaosan / varaosien / korjauksen / takuuhuoltoon""",
    "refund": """
        hyvitys / hyvityksen / hyvitystä / hyvityksestä / hyvitykseni / rahojen palautus / rahojeni palautuksesta / rahat takaisin / palautuksen hyvitys / rahanpalautusta /
        hyvitystä ei ole tullut / hyvityslaskun / milloin saan rahani takaisin / en ole saanut hyvitystä""",
    "exchange": """
        vaihto / vaihdon / vaihtoa / vaihtoon / vaihdosta / koon vaihto / koon vaihtoa / vaihtaa kokoa / vaihtaa toiseen kokoon / tuotteen vaihdosta""",
    "order-change": """
        tilauksen muutos / tilaukseni muuttaminen / muuttaa tilaustani / muutoksia tilaukseeni / osoitteen muutos / osoitteen muutosta / osoitteenmuutos / väärä osoite /
        väärään osoitteeseen / toimitusosoitteen vaihto / vaihtaa toimitusosoitteen / haluan vaihtaa osoitteen / noutopisteen vaihto""",
    "order-cancel": """
        tilauksen peruutus / tilaukseni peruutus / tilauksen peruuttaminen / peruuttaa tilauksen / peruuttaa tilaukseni / peruutan tilaukseni / peruuttaisin tilauksen / peru tilaus /
        perua tilauksen / perua tilaukseni / tilauksen peruminen / tilauksen perumisesta / tilauksen 10023 peruutus / haluan perua""",
    "payment": """
        maksu / maksun / maksuni / maksua / maksuja / maksusta / maksaminen / maksamisesta / maksutapa / maksutavan / maksutavat / maksutavoista / luottokorttia / luottokortilla /
        maksu ei onnistu / maksu ei mene läpi / kaksoisveloituksesta / maksaminen ei onnistu""",
    "invoice": """
        lasku / laskun / laskua / laskut / laskuja / laskusta / laskuni / laskulla / laskujen / laskutuksesta / eräpäivää / eräpäivän / osamaksulla / maksumuistutus / maksumuistutuksesta /
        maksuaikaa / viitenumeroa / laskun maksaminen / perintäkirje""",
    "discount-code": """
        alennuskoodi / alennuskoodin / alennuskoodia / alennuskoodini / alennuskoodi ei toimi / alekoodi / alennus / alennuksen / alennusta / alennuksia / opiskelija-alennus / jäsenalennusta /
        tarjous / tarjouksen / tarjouksesta / kuponki / kupongin / kuponkia / kampanjasta / kampanjakoodi / koodi ei toimi / hintavirheestä""",
    "gift-card": "lahjakortti / lahjakortin / lahjakorttia / lahjakortteja / lahjakortilla / lahjakorttini / lahjakorttien / joululahjakortti / lahjakortin saldo",
    "product-question": """
        tuotekysymys / tuotekysymyksiä / kysymys tuotteesta / materiaali / materiaalin / materiaalista / kokotaulukko / kokotaulukon / kokotaulukkoa / mikä koko / ainesosat / ainesosista / yhteensopivuus /
        yhteensopivuudesta / mittataulukosta""",
    "product-availability": """
        saatavuus / saatavuuden / saatavuutta / saatavuudesta / saatavilla / varasto / varastossa / varastosta / varastosaldo / varastosaldoa / loppunut / loppuneet tuotteet / ennakkotilaus / milloin tulee lisää""",
    "care-instructions": "käyttöohje / käyttöohjeet / käyttöohjeen / käyttöohjetta / hoito-ohjeita / hoito-ohjeen / pesuohjeesta / asennusohjeita / kokoamisohje / puhdistuksen",
    "account": """
        asiakastili / asiakastilini / asiakastilin / salasana / salasanan / salasanaa / salasanani / salasanan vaihto / kirjautuminen / kirjautumisen / kirjautuminen ei onnistu / uutiskirje / uutiskirjeen /
        uutiskirjettä / tietosuojasta / bonuspisteeni / kanta-asiakkuudesta / en pääse kirjautumaan""",
    "technical": "tekninen vika / teknisen ongelman / tekninen ongelma / virheilmoitus / virheilmoituksen / virheilmoitusta / sivu ei toimi / sivustonne ei toimi / verkkokauppanne ei toimi / linkki ei toimi",
    "feedback": "palaute / palautetta / palautteen / palautteita / palautteeni / asiakaspalaute / asiakaspalautetta / palautteesta / kiitos hyvästä palvelusta / kehuja / moitteita",
    "b2b": "yritysasiakas / yritysasiakkaaksi / jälleenmyyjä / jälleenmyyjän / jälleenmyyjäksi / tarjouspyyntö / tarjouspyynnön / tukkumyynti / tukkumyynnistä / yrityslahjat / yrityslahjoja / yhteistyöehdotus",
}
SWEDISH = {
    "where-is-my-order": """
        Var är min beställning? / var är mitt paket / Var är paketet / spårning / spårningen / spårningsnummer / spårningsnumret / spåra / spårar / orderstatus / status på min beställning /
        när kommer mitt paket / När kommer min order / kollinummer / kollinumret / leveransstatus""",
    "delivery-time": "leveranstid / leveranstiden / leveranstider / leveranstiderna / försening / förseningen / förseningar / försenad / försenat / försenade / leveransdatum / leveransdatumet / leveransen dröjer / hinner till jul",
    "delivery-options": "frakt / frakten / fraktkostnad / fraktkostnaden / fraktkostnader / fri frakt / leveranssätt / leveranssätten / utlämningsställe / utlämningsställen / utlämningsstället / ombud / ombudet / hemleverans / paketautomat / hämta i butik",
    "delivery-missing": "paketet har försvunnit / försvunnet paket / mitt paket har inte kommit / beställningen har inte kommit / har inte fått mitt paket / inte fått paketet / inte fått min order / utebliven leverans",
    "delivery-damaged": "transportskada / transportskador / transportskadad / skadad / skadat paket / skadade / skadad vid leverans / trasig förpackning / kom trasig",
    "wrong-item": "fel vara / felleverans / fått fel vara / fel produkt / vara saknas / en vara saknas / produkter saknas / varor saknas / ofullständig leverans / saknas i paketet",
    "return": "retur / returen / returer / returerna / returnera / returnerar / returnerat / returnerade / returfrakt / returetikett / returblankett / returblanketten / skicka tillbaka / skickat tillbaka / retur av skor",
    "withdrawal": "ångerrätt / ångerrätten / ångra köp / ångra köpet / ångra mitt köp / ångerblankett / ångerblanketten",
    "complaint": "reklamation / reklamationen / reklamationer / reklamera / reklamerar / reklamerade / trasig / trasigt / trasiga / sönder / gick sönder / defekt / defekta / felaktig / felaktiga / fungerar inte / dålig kvalitet / garantireklamation",
    "warranty": "garanti / garantin / garantier / garantitid / reparation / reparationen / reparera / reparerar / reservdel / reservdelar / reservdelen",
    "refund": "återbetalning / återbetalningen / återbetalningar / återbetala / återbetalat / pengarna tillbaka / kreditfaktura / kreditering / återbetalning av retur / pengarna har inte kommit / inte fått pengarna",
    "exchange": "byte / bytet / byta / byter / bytt / byta storlek / storleksbyte / byta till större / byte av storlek",
    "order-change": "ändra beställning / ändra min beställning / ändra beställningen / ändra order / ändra adress / ändra adressen / byta adress / adressändring / adressändringen / fel adress / fel leveransadress",
    "order-cancel": "avboka / avbokar / avbokade / avbeställa / avbeställning / avbeställningen / annullera / annullering / avbryta beställningen / ångra beställning",
    "payment": "betalning / betalningen / betalningar / betala / betalsätt / betalsättet / kortbetalning / kortbetalningen / kreditkort / kreditkortet / bankkort / swish / betalningen misslyckades / dubbeldebitering",
    "invoice": "faktura / fakturan / fakturor / fakturorna / fakturering / fakturakopia / förfallodag / förfallodagen / inkasso / delbetalning / delbetalningen / betala fakturan / betalningspåminnelse",
    "discount-code": "rabattkod / rabattkoden / rabattkoder / rabatt / rabatten / rabatter / kampanj / kampanjen / kampanjer / kampanjkod / erbjudande / erbjudandet / kupong / kuponger / koden fungerar inte / studentrabatt",
    "gift-card": "presentkort / presentkortet / presentkorten / presentkortets / presentkortskod",
    "product-question": "produktfråga / produktfrågor / fråga om produkten / material / materialet / storlekstabell / storlekstabellen / vilken storlek / mått / måtten / ingredienser / ingredienserna / kompatibel",
    "product-availability": "i lager / finns i lager / slut i lager / slutsåld / slutsålda / lagerstatus / lagersaldo / tillgänglighet / förhandsbeställning / kommer in igen",
    "care-instructions": "skötselråd / skötselråden / bruksanvisning / bruksanvisningen / tvättråd / montering / monteringen / monteringsanvisning / rengöring / rengöringen",
    "account": "konto / kontot / mitt konto / lösenord / lösenordet / glömt lösenord / logga in / inloggning / inloggningen / nyhetsbrev / nyhetsbrevet / personuppgifter / byta lösenord",
    "technical": "tekniskt fel / tekniska fel / teknisk support / felmeddelande / felmeddelandet / sidan fungerar inte / hemsidan fungerar inte / länken fungerar inte",
    "feedback": "respons / kundrespons / återkoppling / återkopplingen / beröm / recension / recensioner / recensionen / omdöme / omdömen",
    "b2b": "företagskund / företagskunder / återförsäljare / återförsäljaren / grossist / grossister / offertförfrågan / offert / offerten",
}
ENGLISH = {
    "where-is-my-order": """
        Where is my order? / Where's my order / where are my orders / Where is my parcel / where is the package / tracking / tracking number / track my order / tracked parcel / order status / status of my order /
        When will my order arrive / Has my order been shipped / WISMO / tracking link""",
    "delivery-time": "delivery time / delivery times / delivery date / lead time / shipping times / delay / delays / delayed / delaying / late delivery / order is late / when will it arrive / arrive by Christmas",
    "delivery-options": "delivery options / shipping cost / shipping costs / shipping fee / delivery charges / postage / parcel locker / parcel lockers / free shipping / do you ship to Norway / click and collect / home delivery",
    "delivery-missing": "lost parcel / lost package / parcel was lost / missing parcel / never arrived / not received / my parcel has not arrived / hasn't arrived / haven't received my order / did not receive / not delivered / lost in transit / marked as delivered",
    "delivery-damaged": "damaged / damage / damages / damaged parcel / arrived damaged / arrived broken / broken on arrival / transport damage",
    "wrong-item": "wrong item / wrong items / wrong product / incorrect item / item missing / items are missing / missing items / sent the wrong size / received the wrong jumper / incomplete order / missing parts",
    "return": "return / returns / returned / returning / return label / return labels / return policy / send it back / sending back / how do I return this / returns form",
    "withdrawal": "withdrawal / withdrawals / right of withdrawal / cooling-off period / withdraw from the contract / withdrawal form / cancel my purchase",
    "complaint": "complaint / complaints / faulty / defective / defect / defects / broken / broke / does not work / doesn't work / stopped working / not working / poor quality / malfunctioning",
    "warranty": "warranty / warranties / guarantee / guaranteed / repair / repairs / repaired / repairing / spare part / spare parts / warranty claim",
    "refund": "refund / refunds / refunded / refunding / money back / reimbursement / reimbursed / credit note / credit notes / not received my refund / haven't received my refund / return refund",
    "exchange": "exchange / exchanges / exchanged / exchanging / swap / swapped / change size / different size / larger size",
    "order-change": "change my order / changing my order / changed order / order change / modify my order / edit order / wrong address / change of address / change delivery address / add to my order / add an item / update my delivery address",
    "order-cancel": "cancel / cancelled / canceled / cancelling / cancellation / cancellations / cancel my order / cancelled order / please cancel the order",
    "payment": "payment / payments / payment method / payment failed / card payment / credit card / credit cards / card declined / my card was declined / charged twice / double charged",
    "invoice": "invoice / invoices / invoiced / invoicing / due date / due dates / instalments / installment / payment reminder / reference number / pay my invoice",
    "discount-code": "discount code / discount codes / promo code / promo codes / coupon / coupons / discount / discounts / discounted / code does not work / code not working / campaign / special offers",
    "gift-card": "gift card / gift cards / giftcard / gift voucher / gift vouchers / gift certificate / gift card balance",
    "product-question": "product question / product questions / question about the product / material / materials / dimensions / size chart / size guide / which size / ingredients / ingredient / compatible / compatibility",
    "product-availability": "availability / in stock / out of stock / stock / sold out / back in stock / restock / restocked / pre-order / preorders / when available",
    "care-instructions": "care instructions / user manual / manuals / washing instructions / assembly / assembly instructions / installation / how to use / how to wash",
    "account": "account / accounts / password / passwords / forgot my password / login / log in / logging in / newsletter / newsletters / unsubscribe / personal data / delete my account",
    "technical": "technical issue / technical issues / technical problem / error message / error messages / website not working / site down / link doesn't work / page not working",
    "feedback": "feedback / customer feedback / product review / product reviews / praise / praised / compliment / suggestions / write a review",
    "b2b": "wholesale / reseller / resellers / bulk order / bulk orders / quotation / quotations / corporate gifts / partnership / partnerships / collaboration / collaborations",
}


def phrases(table: dict[str, str]) -> list[tuple[str, str]]:
    """Every phrase with its reason."""
    return [(" ".join(part.split()), reason) for reason, text in table.items() for part in text.split(" / ")]
