"""Telling English from other languages, on sentences of our own.

The constants of ``dragoman.documents.english`` were chosen on these.
"""

import datetime as dt

import pytest

from dragoman.documents.english import MIN_LETTERS, _has_english_words, _likeliest, foreign_language
from dragoman.documents.normal import letters
from dragoman.records import ProblemKind

ENGLISH = """
Sergei Lavrov met Wang Yi in Ulaanbaatar before flying on to Dushanbe and Ashgabat.
Kim Jong Un received Shoigu at Kumsusan; Choe Son Hui and Pak Jong Chon attended.
Recep Tayyip Erdoğan and Ilham Aliyev opened the Zangezur road near Nakhchivan.
Abiy Ahmed told Abdel Fattah el-Burhan that Addis Ababa would not close the Metema crossing.
Nguyen Phu Trong hosted Xi Jinping in Hanoi; Pham Minh Chinh signed 36 accords.
Prabowo Subianto and Anwar Ibrahim discussed Ambalat in Kuala Lumpur.
Kassym-Jomart Tokayev, Sadyr Japarov and Emomali Rahmon met in Cholpon-Ata.
Viktor Orbán vetoed the package, angering Tallinn, Vilnius and Riga.
Mohammed bin Salman called Mohamed bin Zayed al-Nahyan about Hodeidah.
Hezbollah denied firing on Kiryat Shmona; Naim Qassem spoke on Al-Manar.
Andrej Plenković and Robert Golob agreed to arbitrate over Piran Bay.
Luiz Inácio Lula da Silva recalled his ambassador, Frederico Meyer, from Tel Aviv.
Bundeswehr troops of Panzerbrigade 45 arrived at Rūdninkai, Lithuania.
Islamabad expelled the Iranian envoy after strikes in Panjgur, Balochistan.
Nicolás Maduro and Irfaan Ali shook hands in Argyle, Saint Vincent.
Aung San Suu Kyi's lawyers said Min Aung Hlaing refused ASEAN's envoy.
Paul Kagame accused Félix Tshisekedi of arming the FDLR near Goma and Bukavu.
Gazprom halted deliveries to OMV, Naftogaz and Bulgargaz on Saturday.
Volodymyr Zelenskyy thanked Mette Frederiksen and Ulf Kristersson for CV90s.
ROK, DPRK trade fire near Yeonpyeong; Seoul and Pyongyang blame each other.
Putin, Xi to meet in Samarkand
Tokyo protests Senkaku incursion by Haijing 2502
Narendra Modi cancels Dhaka trip; Sheikh Hasina stays away
Estonia expels diplomat Sergei Nekrasov for contacts with FSB
Iran's Araghchi, Oman's Albusaidi, Qatar's Al Thani hold talks in Muscat
Zoran Milanović rejects NATO mission NSATU; Plenković backs it
Faure Gnassingbé, Nana Akufo-Addo and Patrice Talon attended the ECOWAS summit in Lomé.
Gustavo Petro and Daniel Noboa reopened the Rumichaca crossing.
Yoon Suk Yeol, Kishida Fumio and Li Qiang met in Seoul.
Wagner fighters left Bakhmut for Rostov, said Yevgeny Prigozhin.
The Élysée said Emmanuel Macron and Olaf Scholz would travel to Chişinău with Donald Tusk.
Ankara summoned Sweden's envoy, Staffan Herrström, over a Rasmus Paludan rally.
""".strip().split("\n")

OTHER = """
de|Der russische Außenminister reiste am Montag nach Pjöngjang und traf dort den Staatschef.
de|Putin trifft Xi in Samarkand, Lawrow reist nach Teheran weiter
fr|Le ministre des Affaires étrangères s'est rendu à Moscou pour des entretiens sur la sécurité.
fr|Macron et Scholz se rendront à Chisinau avec Donald Tusk, selon l'Élysée
es|El presidente de Colombia recibió al canciller de Ecuador para hablar del paso fronterizo.
es|Maduro y Ali se reunieron en Argyle, San Vicente, según fuentes oficiales
it|Il ministro degli Esteri ha incontrato a Roma il suo omologo turco per discutere della Libia.
pt|O presidente brasileiro chamou de volta o embaixador em Tel Aviv depois das declarações.
nl|De minister van Buitenlandse Zaken sprak in Den Haag met zijn Duitse ambtgenoot over de sancties.
nl|Rutte en Scholz spreken in Berlijn over steun aan Oekraïne en Moldavië
sv|Utrikesministern reste till Ankara för att tala med sin turkiska kollega om Natomedlemskapet.
da|Statsministeren mødtes med den ukrainske præsident i København og lovede flere kampvogne.
no|Utenriksministeren møtte sin russiske kollega i Kirkenes for å drøfte grensespørsmål.
fi|Ulkoministeri matkusti Tallinnaan tapaamaan virolaista kollegaansa ja keskustelemaan rajasta.
pl|Minister spraw zagranicznych spotkał się w Kijowie z ukraińskim prezydentem i zapowiedział pomoc.
cs|Ministr zahraničí se v Praze sešel se slovenským protějškem a jednal o pomoci Ukrajině.
hu|A külügyminiszter Moszkvába utazott, ahol a gázszállításokról tárgyalt orosz kollégájával.
ro|Ministrul de externe a discutat la Chișinău despre sprijinul pentru Republica Moldova.
tr|Cumhurbaşkanı Erdoğan Bakü'de Aliyev ile görüştü ve Zengezur koridorunu ele aldı.
id|Menteri luar negeri bertemu dengan rekannya dari Malaysia untuk membahas perbatasan laut.
vi|Tổng Bí thư đã tiếp Chủ tịch Trung Quốc tại Hà Nội và chứng kiến lễ ký các văn kiện.
sw|Rais wa Kenya alikutana na waziri mkuu wa Ethiopia mjini Addis Ababa kujadili mpaka.
so|Madaxweynaha Soomaaliya ayaa la kulmay ra'iisul wasaaraha Itoobiya magaalada Muqdisho.
tl|Nakipagpulong ang kalihim ng ugnayang panlabas sa embahador ng Tsina tungkol sa dagat.
af|Die president het die ambassadeur ontbied oor die uitsprake van sy regering oor die sanksies.
ru|Министр иностранных дел России прибыл в Пхеньян для переговоров с северокорейским руководством.
uk|Президент України зустрівся у Варшаві з польським прем'єр-міністром і подякував за допомогу.
ar|التقى وزير الخارجية نظيره الإيراني في مسقط لبحث الملف النووي والعلاقات بين البلدين.
fa|وزیر امور خارجه ایران با همتای عمانی خود در مسقط درباره گفتگوهای هسته‌ای دیدار کرد.
zh|外交部长星期一抵达平壤,与朝鲜领导人举行会谈,讨论两国关系和地区安全问题。
ja|外務大臣は月曜日にソウルを訪問し、韓国の外相と会談して安全保障について協議した。
ko|외교부 장관은 월요일 도쿄를 방문해 일본 외무상과 회담하고 안보 협력을 논의했다.
hi|विदेश मंत्री ने सोमवार को काठमांडू में नेपाल के प्रधानमंत्री से मुलाकात की।
el|Ο υπουργός Εξωτερικών συναντήθηκε στην Αθήνα με τον Τούρκο ομόλογό του.
he|שר החוץ נפגש בירושלים עם עמיתו המצרי כדי לדון בהפסקת האש.
sq|Ministri i Jashtëm u takua në Prishtinë me ambasadorin amerikan për të diskutuar për veriun.
hr|Ministar vanjskih poslova sastao se u Ljubljani sa slovenskim kolegom i razgovarao o granici.
et|Välisminister kohtus Riias oma Läti kolleegiga ja arutas piirijulgeolekut.
lt|Užsienio reikalų ministras Vilniuje susitiko su Lenkijos kolega ir aptarė sieną.
la|Legatus regis Romam venit ut de pace cum consulibus ageret, sed senatus nihil respondit.
ca|El ministre d'Afers Exteriors es va reunir a Barcelona amb el seu homòleg francès.
ms|Perdana Menteri menerima kunjungan hormat duta besar China di Putrajaya semalam.
eo|La ministro renkontis sian kolegon en Parizo por paroli pri la interkonsento.
mt|Il-ministru tal-affarijiet barranin iltaqa' mal-kollega tiegħu f'Ruma dwar l-immigrazzjoni.
cy|Cyfarfu'r gweinidog tramor â'i gymar o Ffrainc ym Mharis i drafod y cytundeb.
ga|Bhuail an tAire Gnóthaí Eachtracha lena chomhghleacaí sa Bhruiséil chun an teorainn a phlé.
ht|Minis afè etranje a te rankontre ak anbasadè ameriken an nan Pòtoprens pou pale sou sekirite.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", ENGLISH)
def test_english_full_of_foreign_names_is_english(sentence):
    assert foreign_language(sentence) is None


@pytest.mark.parametrize(
    "row", [row for row in OTHER if letters(row[3:]) >= MIN_LETTERS], ids=lambda row: row[:2]
)
def test_other_languages_are_told_when_long_enough(row):
    assert foreign_language(row[3:]) not in {None, "en"}


def test_the_threshold_stands_well_between_the_two():
    long = [s for s in ENGLISH if letters(s) >= MIN_LETTERS]
    others = [row[3:] for row in OTHER if letters(row[3:]) >= MIN_LETTERS]
    assert min(_likeliest(s)[1] for s in long) > 0.01
    assert max(_likeliest(s)[1] for s in others) < 0.0001


def test_no_other_language_passes_by_its_words():
    assert not any(_has_english_words(row[3:]) for row in OTHER)


def test_short_text_is_judged_by_its_script_alone():
    assert foreign_language("Putin trifft Xi in Samarkand") is None
    assert foreign_language("Путин встретился с Си") is not None
    assert foreign_language("") is None


def test_accents_are_latin_and_a_quoted_name_in_another_script_does_no_harm():
    assert foreign_language("Nguyễn Phú Trọng và Tô Lâm") is None  # short, and Latin
    assert (
        foreign_language(
            "The paper Правда was closed by the ministry, which said that its licence had expired."
        )
        is None
    )


def test_the_problem_says_which_language_and_the_check_can_be_switched_off(problem, one):
    text = (
        "Der Außenminister von Norvenia traf am Dienstag seinen Kollegen aus Ostland, um über "
        "die Grenze zu sprechen."
    )
    day = dt.date(2024, 3, 30)
    found = problem("a.txt", text, date=day)
    assert found.kind is ProblemKind.LANGUAGE
    assert "likely 'de'" in found.message
    assert one("a.txt", text, date=day, check_language=False).text == text
