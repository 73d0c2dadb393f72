package org.mujian.promotion.lead;

import java.util.List;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.Enterprises;
import org.mujian.promotion.chain.Atlases;
import org.mujian.store.Scope;
import org.springframework.stereotype.Component;

/** What a lead is about, as the registry and the atlas know it. */
@Component
class LeadSubjects {

  private final Enterprises enterprises;
  private final Atlases atlases;

  LeadSubjects(Enterprises enterprises, Atlases atlases) {
    this.enterprises = enterprises;
    this.atlases = atlases;
  }

  /**
   * The draft with the registry's credit code for an enterprise named by its id, or the registry's
   * id for one named by its code: so one enterprise is found again by whichever of the two.
   *
   * @throws LeadRefused for an enterprise, chain or link that is not there
   */
  LeadDraft identify(long zone, LeadDraft draft) {
    refuseUnknownLink(draft);
    List<Long> zones = List.of(Scope.PROVINCE, zone);
    Long id = draft.enterpriseId();
    String code = draft.creditCode();
    if (id != null) {
      Enterprise known =
          enterprises
              .find(zones, id)
              .orElseThrow(() -> new LeadRefused("企业库里没有编号为 " + id + " 的企业，或此园区看不到它"));
      if (code != null && known.creditCode() != null && !code.equals(known.creditCode())) {
        throw new LeadRefused(
            "统一社会信用代码“" + code + "”与企业库里“" + known.name() + "”的 " + known.creditCode() + " 不同");
      }
      return draft.knownAs(id, known.creditCode() == null ? code : known.creditCode());
    }
    return code == null
        ? draft
        : enterprises
            .findByCode(zones, code)
            .map(known -> draft.knownAs(known.id(), code))
            .orElse(draft);
  }

  private void refuseUnknownLink(LeadDraft draft) {
    String chain = draft.chain();
    if (chain == null) {
      return;
    }
    var atlas = atlases.find(chain).orElseThrow(() -> new LeadRefused("没有代码为 " + chain + " 的产业链"));
    String link = draft.link();
    if (link != null && atlas.find(link).isEmpty()) {
      throw new LeadRefused("产业链“" + atlas.name() + "”里没有代码为 " + link + " 的环节");
    }
  }
}
