package io.talaria.console.login;

import io.talaria.console.ConsoleSettings;
import io.talaria.journal.operator.Operator;
import io.talaria.journal.operator.Operator.Role;
import io.talaria.journal.operator.OperatorLinks;
import io.talaria.journal.operator.Operators;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can come in: a lead with a one-time link in a new installation, three
 * known logins in the demo. The demo's password never runs in production.
 */
@Component
class FirstOperators implements ApplicationRunner {
  static final String DEMO_PASSWORD = "demo-talaria";
  private static final String DEMO_DOMAIN = "@demo.talaria.example";
  private static final Logger LOG = LoggerFactory.getLogger(FirstOperators.class);

  private final Operators operators;
  private final OperatorLinks links;
  private final PasswordEncoder passwords;
  private final ConsoleSettings settings;
  private final Environment environment;

  FirstOperators(
      Operators operators,
      OperatorLinks links,
      PasswordEncoder passwords,
      ConsoleSettings settings,
      Environment environment) {
    this.operators = operators;
    this.links = links;
    this.passwords = passwords;
    this.settings = settings;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      refuseDemo(demo);
    } else if (demo) {
      add("camila", "Camila Prado", Role.LEAD);
      add("rafael", "Rafael Lima", Role.RECRUITER);
      add("bianca", "Bianca Duarte", Role.RECRUITER);
      return;
    }
    inviteFirstLead();
  }

  private void refuseDemo(boolean demo) {
    boolean seeded =
        operators
            .byEmail("camila" + DEMO_DOMAIN)
            .map(Operator::passwordHash)
            .filter(hash -> passwords.matches(DEMO_PASSWORD, hash))
            .isPresent();
    if (demo || seeded) {
      throw new IllegalStateException(
          "The demo's logins don't run in production. Start without the profile demo, on a"
              + " database of its own, and set talaria.console.first-lead to your e-mail address.");
    }
  }

  /** A link that nobody used before the next start is replaced by a new one. */
  private void inviteFirstLead() {
    String email = settings.firstLead();
    if (email == null || email.isBlank()) {
      if (operators.none()) {
        LOG.warn(
            "Nobody can sign in yet. Set talaria.console.first-lead to an e-mail address and start"
                + " again: that person gets a one-time link in this log.");
      }
      return;
    }
    Optional<Operator> lead =
        operators.none()
            ? operators.add(
                Operators.DEFAULT_ACCOUNT, email, email.replaceAll("@.*", ""), Role.LEAD, null)
            : operators.byEmail(email).filter(known -> known.passwordHash() == null);
    lead.ifPresent(
        person ->
            LOG.info(
                "The first lead sets a password here, once, within {} hours: {}",
                settings.linkValid().toHours(),
                settings.welcomeUrl(links.issue(person, settings.linkValid()))));
  }

  private void add(String mailbox, String name, Role role) {
    if (operators.byEmail(mailbox + DEMO_DOMAIN).isEmpty()) {
      operators.add(
          Operators.DEFAULT_ACCOUNT,
          mailbox + DEMO_DOMAIN,
          name,
          role,
          passwords.encode(DEMO_PASSWORD));
    }
  }
}
