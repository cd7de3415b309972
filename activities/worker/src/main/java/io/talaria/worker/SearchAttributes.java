package io.talaria.worker;

import io.grpc.StatusRuntimeException;
import io.talaria.journey.SearchAttribute;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the namespace know what journeys are found by. */
@Component
class SearchAttributes {
  private static final Logger log = LoggerFactory.getLogger(SearchAttributes.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final WorkflowClient client;
  private volatile boolean refused;

  SearchAttributes(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Registers what an engine that was emptied under running workers has forgotten. No-op while it
   * is away, and where we may not.
   */
  void keep() {
    if (refused) {
      return;
    }
    try {
      register();
    } catch (StatusRuntimeException away) {
      log.debug("Search attributes could not be looked at", away);
    } catch (RuntimeException e) {
      log.warn("Search attributes could not be looked at", e);
    }
  }

  /** Registers those that are missing. Where we may not, somebody else has to: that is told. */
  void register() {
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(client.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults());
    var stub = operator.blockingStub().withDeadlineAfter(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    String namespace = client.getOptions().getNamespace();
    try {
      Set<String> known =
          stub.listSearchAttributes(
                  ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
              .getCustomAttributesMap()
              .keySet();
      var request = AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
      SearchAttribute.keys().stream()
          .filter(name -> !known.contains(name))
          .forEach(
              name ->
                  request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
      if (request.getSearchAttributesCount() > 0) {
        stub.addSearchAttributes(request.build());
        log.info(
            "Registered what journeys are found by: {}", request.getSearchAttributesMap().keySet());
      }
    } catch (StatusRuntimeException e) {
      switch (e.getStatus().getCode()) {
        case ALREADY_EXISTS -> log.debug("Search attributes are there");
        case PERMISSION_DENIED, UNIMPLEMENTED -> {
          refused = true;
          log.warn(
              "Search attributes {} can't be registered from here ({}). Have them registered as"
                  + " Keyword, or journeys fail to tell their stage",
              SearchAttribute.keys(),
              e.getStatus().getCode());
        }
        default -> throw e;
      }
    }
  }
}
