package io.talaria.worker;

import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which build of which deployment this worker is to Temporal. With a name, Temporal gives journeys
 * only to the build that was made current, so a new build may start beside the old one.
 *
 * @param name of the deployment; empty leaves the worker unversioned, and any build gets any task
 * @param buildId of this build; it must differ from every other build's
 */
@ConfigurationProperties("talaria.worker.deployment")
public record DeploymentSettings(@DefaultValue("") String name, @DefaultValue("") String buildId) {
  public DeploymentSettings {
    Demand.that(
        name.isBlank() || !buildId.isBlank(),
        "talaria.worker.deployment.build-id is not set although talaria.worker.deployment.name is;"
            + " set it to what tells this build from others, such as the commit's id");
    Demand.that(
        name.indexOf('.') < 0 && name.indexOf(':') < 0,
        "talaria.worker.deployment.name must not contain '.' or ':', but is " + name);
  }

  /** The same options, of this build. */
  WorkerOptions.Builder of(WorkerOptions.Builder options) {
    if (name.isBlank()) {
      return options;
    }
    return options.setDeploymentOptions(
        WorkerDeploymentOptions.newBuilder()
            .setUseVersioning(true)
            .setVersion(new WorkerDeploymentVersion(name, buildId))
            // Journeys live for months, and their senders with them: none stays with an old build.
            // Said here and not on the workflow: there, Temporal refuses every task of a worker
            // that is unversioned.
            .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
            .build());
  }
}
