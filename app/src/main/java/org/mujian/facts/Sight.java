package org.mujian.facts;

import java.util.List;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which facts an account sees: the approved ones; drafts of its own bureau or its own hand; and, of
 * other bureaus, what was submitted, when it may approve. The one place that says so: every query
 * that could show a draft carries {@link #CONDITION}.
 */
record Sight(List<String> rooms, long account, boolean approver) {

  /** On f (fact), r (its last step) and c (who recorded it). */
  static final String CONDITION =
      """
      (r.state = 'approved' OR f.bureau = ANY (:sightRooms) OR c.account_id = :sightAccount
        OR (:sightApprover AND r.state IN ('submitted', 'returned')))
      """;

  static Sight of(Account account) {
    return new Sight(account.rooms(), account.id(), May.APPROVE_FACTS.isGranted(account));
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
    return sql.param("sightRooms", rooms.toArray(String[]::new))
        .param("sightAccount", account)
        .param("sightApprover", approver);
  }
}
