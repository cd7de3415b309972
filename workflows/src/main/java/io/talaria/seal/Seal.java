package io.talaria.seal;

import java.util.UUID;

/**
 * Seals what identifies or quotes a person with the candidate's own key, so that destroying the key
 * destroys the data, in backups and histories too.
 *
 * <p>The first byte of what {@link #seal} returns names the version. {@link ClearSeal} is version
 * 0: clear text behind that byte.
 */
public interface Seal {
  /** Seals the bytes for this candidate; never empty. */
  byte[] seal(UUID candidateId, byte[] clear);

  /**
   * Opens what {@link #seal} made for this candidate.
   *
   * @throws IllegalArgumentException if the version is unknown or nothing is there
   */
  byte[] open(UUID candidateId, byte[] sealed);

  /**
   * What a value is searched by. Equal values of one purpose have equal tokens; nothing else can be
   * told from a token once real keys are in place.
   */
  String token(String purpose, String value);
}
