package io.talaria.worker;

import io.talaria.journey.JourneyIds;
import io.talaria.journey.flow.CandidateJourneyImpl;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.worker.whatsapp.WhatsAppSettings;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Every workflow and activity of this process, and the queue on which it runs. */
@Component
class Registration {
  private static final Duration DEADLOCK = Duration.ofSeconds(5);

  private final WorkflowClient client;
  private final WorkerSettings settings;
  private final DeploymentSettings deployment;
  private final WhatsAppSettings whatsApp;
  private final Journal journal;
  private final Bot bot;
  private final Channel channel;
  private final Desk desk;

  Registration(
      WorkflowClient client,
      WorkerSettings settings,
      DeploymentSettings deployment,
      WhatsAppSettings whatsApp,
      Journal journal,
      Bot bot,
      Channel channel,
      Desk desk) {
    this.client = client;
    this.settings = settings;
    this.deployment = deployment;
    this.whatsApp = whatsApp;
    this.journal = journal;
    this.bot = bot;
    this.channel = channel;
    this.desk = desk;
  }

  /** Workers for all queues, not yet started. */
  WorkerFactory workers() {
    WorkerFactory factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setWorkflowCacheSize(settings.cachedJourneys())
                // A journey has a thread for its story and one for each handler that waits.
                .setMaxWorkflowThreadCount(settings.cachedJourneys() * 4)
                .setUsingVirtualWorkflowThreads(true)
                .build());
    journeys(factory);
    bots(factory);
    whatsApp.numbers().forEach(number -> sends(factory, number));
    return factory;
  }

  private void journeys(WorkerFactory factory) {
    Worker worker =
        factory.newWorker(
            JourneyIds.JOURNEYS_QUEUE,
            options()
                .setMaxConcurrentWorkflowTaskExecutionSize(settings.workflowTaskSlots())
                // Each workflow task runs one local activity at a time.
                .setMaxConcurrentLocalActivityExecutionSize(settings.workflowTaskSlots())
                .build());
    worker.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
    worker.registerActivitiesImplementations(journal, bot, channel, desk);
  }

  private void bots(WorkerFactory factory) {
    factory
        .newWorker(JourneyIds.BOTS_QUEUE, options().build())
        .registerActivitiesImplementations(bot);
  }

  /** The engine itself governs the number's rate, over all workers together. */
  private void sends(WorkerFactory factory, WhatsAppSettings.Number number) {
    factory
        .newWorker(
            JourneyIds.sendsQueue(number.phoneNumberId()),
            options().setMaxTaskQueueActivitiesPerSecond(whatsApp.rate(number)).build())
        .registerActivitiesImplementations(channel);
  }

  private WorkerOptions.Builder options() {
    return deployment
        .of(WorkerOptions.newBuilder())
        .setUsingVirtualThreads(true)
        .setDisableEagerExecution(false)
        // A first journey loads its classes; on a busy machine that takes longer than one second.
        .setDefaultDeadlockDetectionTimeout(DEADLOCK.toMillis())
        .setMaxConcurrentActivityExecutionSize(settings.activitySlots());
  }
}
