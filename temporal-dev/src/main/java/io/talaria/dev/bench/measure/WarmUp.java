package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.ClosedLoop;
import io.talaria.dev.bench.ground.Ground;

/** Brings an installation to where it would be after an hour of life; once, whoever asks. */
public final class WarmUp {
  private final Ground ground;
  private final Scale scale;
  private boolean done;

  public WarmUp(Ground ground, Scale scale) {
    this.ground = ground;
    this.scale = scale;
  }

  /** No-op for a measure that doesn't want it, and after the first that did. */
  public void before(Measure measure) throws InterruptedException {
    if (done || !measure.wantsItCompiled()) {
      return;
    }
    done = true;
    Throughput.ready(ground.crowd());
    ClosedLoop.run(ground.crowd(), Throughput.IN_FLIGHT, scale.compiling());
  }
}
