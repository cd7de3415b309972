package io.talaria.dev.up;

import java.nio.file.Path;

/** What is done while PostgreSQL, or Temporal, doesn't run. */
public interface Meanwhile {
  /**
   * @param data the folder of its data, to be copied or put back
   */
  void happens(Path data) throws InterruptedException;
}
