"""A basis and the law texts at hand → whether law, article and quoted words are what they say.

A quotation is compared without marks and blanks; …… leaves words out. It agrees where each part of
it stands in the articles cited. Otherwise older versions are asked, then the other articles of the
law, and what differs is shown where most of it is the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.model.basis_text import BasisText
from generator.model.citation import Cited, Provision
from generator.model.difference import first_difference, longest_run
from generator.model.finding import Fault, Finding, Outcome
from generator.model.law_text import WHOLE, Article, LawShelf, LawText, bare_words, share
from generator.model.numeral import NUMERAL, han_of

_LEFT_OUT = re.compile(r"…+|\.{3,}|。{3,}|[（(〔\[]\s*(?:略|省略)\s*[）)〕\]]|[＊*]{3,}")
_ARTICLE_NUMBER = re.compile(rf"^\s*第{NUMERAL}条(?:之{NUMERAL})?\s*")
_ALIKE = 0.55
"""The share of a quotation that must stand in an article for it to be the one that was meant."""
_CLEARLY = 0.05
_SHORTEST_PART = 4


def compare(basis: BasisText, shelf: LawShelf) -> tuple[Finding, ...]:
    """A basis → a finding for each provision that it cites, or one for the law as a whole."""
    cited = basis.cited
    versions = shelf.versions(cited.title, cited.document_number)
    if not versions:
        names = [_named(provision) for provision in _each(cited)] or [""]
        return tuple(Finding(cited.title, name, Outcome.NOT_HELD) for name in names)
    case = _Case(basis, versions)
    if not basis.quotation:
        return tuple(map(case.without_words, _each(cited))) or (case.found(Outcome.SAME),)
    whole = case.with_words()
    return tuple(case.found_at(provision, whole) for provision in _each(cited)) or (whole,)


def _each(cited: Cited) -> tuple[Provision, ...]:
    """The provisions of a basis, each once."""
    return tuple(dict.fromkeys(cited.provisions))


def _named(provision: Provision) -> str:
    """第四十二条第一款第（三）项."""
    name = provision.article_in_words
    if provision.paragraph:
        name += f"第{han_of(provision.paragraph)}款"
    return name + (f"第（{han_of(provision.subparagraph)}）项" if provision.subparagraph else "")


@dataclass(frozen=True)
class _Case:
    """A basis and the versions of its law, newest first."""

    basis: BasisText
    versions: tuple[LawText, ...]

    def found(self, outcome: Outcome, detail: str = "", fault: Fault | None = None) -> Finding:
        """A finding about the newest version."""
        newest = self.versions[0]
        return Finding(newest.title, "", outcome, newest.version, detail, fault)

    def found_at(self, provision: Provision, whole: Finding) -> Finding:
        """What was found of all provisions together, said of one; a missing one says so itself."""
        alone = self.without_words(provision)
        if alone.fault is Fault.ARTICLE_MISSING and whole.outcome is not Outcome.OLDER:
            detail = "；".join(part for part in (alone.detail, whole.detail) if part)
            return Finding(
                whole.law, alone.article, alone.outcome, alone.version, detail, alone.fault
            )
        return Finding(
            whole.law, _named(provision), whole.outcome, whole.version, whole.detail, whole.fault
        )

    def without_words(self, provision: Provision) -> Finding:
        """A provision without a quotation: whether the law has it."""
        name, newest = _named(provision), self.versions[0]
        missing = _missing(newest, provision)
        if not missing:
            return Finding(newest.title, name, Outcome.SAME, newest.version)
        for law in self.versions[1:]:
            if not _missing(law, provision):
                detail = f"{_day(law)}的文本有{name}，{_day(newest)}的文本里{missing}"
                return Finding(
                    law.title, name, Outcome.OLDER, law.version, detail, Fault.ARTICLE_MISSING
                )
        detail = f"{_day(newest)}的文本里{missing}"
        return Finding(
            newest.title, name, Outcome.DIFFERS, newest.version, detail, Fault.ARTICLE_MISSING
        )

    def with_words(self) -> Finding:
        """The quotation, compared with all provisions together."""
        newest = self.versions[0]
        if self._stands_in(newest):
            return self.found(Outcome.SAME)
        for law in self.versions[1:]:
            if self._stands_in(law):
                return self._older(law, f"摘录是{_day(law)}文本的")
        places = self._holding(newest)
        if places:
            if not self.basis.cited.provisions:
                return self.found(Outcome.SAME, f"依据没有写条号，这段话在{places[0].name}")
            detail = f"这段话不在{self._cited_names}，在{_day(newest)}文本的{self._part_of(places)}"
            return self.found(Outcome.DIFFERS, detail, Fault.QUOTATION_DIFFERS)
        for law in self.versions[1:]:
            if found := self._holding(law):
                return self._older(law, f"摘录是{_day(law)}文本{found[0].name}的")
        return self._nearly()

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The bare words of the quotation, parted where words are left out."""
        told = _ARTICLE_NUMBER.sub("", self.basis.quotation)
        parts = (bare_words(_ARTICLE_NUMBER.sub("", part)) for part in _LEFT_OUT.split(told))
        found = tuple(part for part in parts if len(part) >= _SHORTEST_PART)
        return found or (bare_words(told),)

    @cached_property
    def _words(self) -> str:
        return "".join(self._parts)

    @property
    def _cited_names(self) -> str:
        return "、".join(map(_named, _each(self.basis.cited)))

    def _cited_words(self, law: LawText) -> str:
        """The bare words of the provisions cited, one after the other; "" where none is there."""
        texts: list[str] = []
        for provision in self.basis.cited.provisions:
            article = law.articles.get((provision.article, provision.later))
            part = article.part(provision.paragraph, provision.subparagraph) if article else None
            texts.append(bare_words(part or ""))
        if WHOLE in law.articles:
            texts.append(law.articles[WHOLE].words)
        return "".join(texts)

    def _stands_in(self, law: LawText) -> bool:
        """Whether each part of the quotation stands in the provisions cited."""
        words = self._cited_words(law)
        return bool(words) and all(part in words for part in self._parts)

    def _holding(self, law: LawText) -> list[Article]:
        """The articles in which all parts of the quotation stand."""
        articles = law.articles.values()
        return [each for each in articles if all(part in each.words for part in self._parts)]

    def _part_of(self, places: list[Article]) -> str:
        """The article, and its 款 where the article is the one cited."""
        article = places[0]
        cited = {(each.article, each.later) for each in self.basis.cited.provisions}
        if article.key not in cited or len(article.paragraphs) < 2:
            return article.name
        for number, lines in enumerate(article.paragraphs, 1):
            words = bare_words("".join(lines))
            if all(part in words for part in self._parts):
                return f"{article.name}第{han_of(number)}款"
        return article.name

    def _older(self, law: LawText, start: str) -> Finding:
        newest = self.versions[0]
        _, article = newest.nearest(self._words)
        cited = bool(self._cited_words(newest))
        now = f"，现行文本是{_day(newest)}的"
        if article is not None and not cited:
            now += f"，相近的是{article.name}"
        detail = start + now
        return Finding(law.title, "", Outcome.OLDER, law.version, detail, Fault.OLDER_VERSION)

    def _nearly(self) -> Finding:
        """No text has the words exactly: the version and article that come nearest are shown."""
        newest, *others = self.versions
        own = share(self._words, self._cited_words(newest))
        shares = [(share(self._words, self._cited_words(law)), law) for law in others]
        best, older = max(shares, key=lambda one: one[0], default=(0.0, newest))
        if best >= _ALIKE and best > own + _CLEARLY:
            told = first_difference(self._words, self._cited_words(older))
            return self._older(older, f"摘录接近{_day(older)}的文本（{told}）")
        near, article = newest.nearest(self._words)
        cited = self._cited_words(newest)
        run = f"，最长连续相同{longest_run(self._words, cited)}字" if cited else ""
        if own >= _ALIKE and own + _CLEARLY >= near:
            told = f"和{_day(newest)}的文本不同：{first_difference(self._words, cited)}{run}"
        elif article is not None and near >= _ALIKE:
            told = f"和{self._cited_names or '法律'}的原文不同，最接近的是{article.name}："
            told += first_difference(self._words, article.words)
        else:
            told = f"{_day(newest)}的文本里没有这段话{run}"
            told += f"，最接近的是{article.name}" if article else ""
        return self.found(Outcome.DIFFERS, told, Fault.QUOTATION_DIFFERS)


def _missing(law: LawText, provision: Provision) -> str:
    """What the law lacks of a provision, in words; "" where it has it, or has no articles."""
    if WHOLE in law.articles or not law.articles:
        return ""
    article = law.articles.get((provision.article, provision.later))
    if article is None:
        last = max(law.articles)
        ends = f"，只到{law.articles[last].name}" if last < (provision.article, 0) else ""
        return f"没有{provision.article_in_words}{ends}"
    if provision.paragraph > len(article.paragraphs):
        return f"{article.name}只有{_how_many(len(article.paragraphs))}款"
    if article.part(provision.paragraph, provision.subparagraph) is None:
        return f"{article.name}没有第（{han_of(provision.subparagraph)}）项"
    return ""


def _how_many(number: int) -> str:
    return "两" if number == 2 else han_of(number)


def _day(law: LawText) -> str:
    return law.version.isoformat() if law.version else "没有写日期"
