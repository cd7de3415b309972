package io.talaria.console.login;

import io.talaria.journal.operator.Operator;
import io.talaria.journal.operator.Operators;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Checks an address and a password against the journal's operators. */
@Component
class OperatorAuthentication implements AuthenticationProvider {
  private final Operators operators;
  private final PasswordEncoder passwords;
  private final LoginAttempts attempts;
  // Compared with when nobody has the address, so that an answer takes as long either way.
  private final String nobody;

  OperatorAuthentication(Operators operators, PasswordEncoder passwords, LoginAttempts attempts) {
    this.operators = operators;
    this.passwords = passwords;
    this.attempts = attempts;
    this.nobody = passwords.encode("nobody has this password");
  }

  @Override
  public Authentication authenticate(Authentication wish) {
    String email = wish.getName();
    String password = wish.getCredentials() == null ? "" : wish.getCredentials().toString();
    if (!attempts.open(email)) {
      throw new LockedException("Too many wrong passwords");
    }
    Optional<Operator> operator = find(email);
    String hash = operator.map(Operator::passwordHash).orElse(null);
    boolean matches = passwords.matches(password, hash == null ? nobody : hash);
    if (!matches || hash == null) {
      attempts.failed(email);
      throw new BadCredentialsException("Address or password is wrong");
    }
    attempts.succeeded(email);
    SignedIn person = SignedIn.of(operator.orElseThrow());
    return UsernamePasswordAuthenticationToken.authenticated(
        person, null, AuthorityUtils.createAuthorityList("ROLE_" + person.role().name()));
  }

  private Optional<Operator> find(String email) {
    try {
      return operators.byEmail(email);
    } catch (DataAccessException | TransactionException away) {
      throw new AuthenticationServiceException("The journal can't be read", away);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
