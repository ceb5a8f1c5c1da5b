"""For whom those act in Arabic articles whose words do not say so."""

import pytest

from rasid.enrichment.extract.affiliations import affiliations_of
from rasid.enrichment.extract.article import read_article
from rasid.enrichment.text.reading import read_document
from support.articles import read

ACTING = [
    ("استقبل ولي العهد وزير الخارجية المصري سمير الراوي ورئيس المخابرات العامة خالد فوزان", "خالد فوزان", "EG"),
    ("استقبل مستشار وزير العدل التركي بصري أيدين ومدير عام السجون أنيس يلدز", "أنيس يلدز", "TR"),
    ("حضر اللقاء من الجانب القطري رئيس الديوان الأميري خالد بن صقر", "خالد بن صقر", "QA"),
    ("قال وزير خارجية المملكة عادل الصقر أمس", "عادل الصقر", "SA"),
    ("قال سفير خادم الحرمين الشريفين لدى الأردن الدكتور سامي الصالح", "سامي الصالح", "SA"),
    ("في لبنان وقع وزير الإعلام رمزي جريس اتفاقا. وقال لبناني إن لبنان ينتظر", "رمزي جريس", "LB"),
    ("نوهت المملكة وقال مدير عام الجوازات سعد الصقر", "سعد الصقر", "SA"),
    ("نوهت المملكة وقال المشرف العام على الإعلام بوزارة الحج علي الصقر", "علي الصقر", "SA"),
    ("قال الأمين العام لمجلس التعاون عبداللطيف الصقر", "عبداللطيف الصقر", "GCC"),
    ("التقى الجنرال ديفيد كول رئيس القيادة المركزية الأمريكية بالرئيس اليمني عادل صالح", "عادل صالح", "YE"),
    ("نوهت المملكة وقال رئيس تحرير الصحيفة سعد الصقر", "سعد الصقر", None),
    ("نوهت المملكة وبحث الوزير مع القادة العرب الأزمة", "القادة العرب", None),
    ("بحث مع المسؤولين الأمريكيين التطورات", "المسؤولين الأمريكيين", "US"),
    ("قال قائد فيلق القدس الإيراني قاسم رضائي", "قاسم رضائي", "IR"),
    ("قال المندوب الدائم للمملكة بمنظمة التعاون الإسلامي محمد الصقر", "محمد الصقر", "SA"),
    ("استقبل ولي العهد الشيخ نواف الأحمد الجابر الصباح الوفد", "نواف الأحمد الجابر الصباح", "KW"),
    ("قال الرئيس الروسي (فلاديمير) بوتين أمس", "بوتين", "RU"),
    ("اجتمع وزير الدفاع الأمريكي روب كارسون وقائد القوات الدولية الجنرال ستان ميلر", "ستان ميلر", None),
]


@pytest.mark.parametrize(("text", "name", "affiliation"), ACTING)
def test_for_whom_they_act(text: str, name: str, affiliation: str | None) -> None:
    article = read(text, "ar")
    affiliations = affiliations_of(article.document)
    actors = [actor for view in article.views for chain in view.chains for actor in chain.actors]
    assert [affiliations.affiliation(actor) for actor in actors if actor.name == name] == [affiliation]


@pytest.mark.parametrize(
    ("outlet", "affiliation"), [("عكاظ", "SA"), ("Okaz", "SA"), ("The Daily Record", None), (None, None)]
)
def test_an_outlet_names_its_own_country_least(outlet: str | None, affiliation: str | None) -> None:
    document = read_document("قال وزير الإسكان ماجد الصقر إن العمل مستمر", "ar", None, outlet, None)
    (actor,) = read_article(document).views[0].actors
    assert affiliations_of(document).affiliation(actor) == affiliation
