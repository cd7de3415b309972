package io.talaria.console.login;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.operator.Operator.Role;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets a test come in as somebody, without a password. */
public final class Visitors {
  private Visitors() {}

  public static void enter(UUID id, String name, boolean lead) {
    Role role = lead ? Role.LEAD : Role.RECRUITER;
    var person = new SignedIn(id, SampleJournal.ACCOUNT, name + "@x.example", name, role, "en");
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList("ROLE_" + role.name())));
  }
}
