package io.talaria.worker.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Posts once, and sorts every failure. See
 * https://docs.slack.dev/reference/methods/chat.postMessage.
 */
@Component
class SlackClient implements DisposableBean {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int TOO_MANY_REQUESTS = 429;

  /** Slack says that it can't tell, or that it gave up half-way. */
  private static final Set<String> UNKNOWN =
      Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

  private final Slack slack;
  private final MethodsClient methods;

  SlackClient(SlackSettings settings) {
    var config = new SlackConfig();
    String base = settings.baseUrl().toString();
    config.setMethodsEndpointUrlPrefix(base.endsWith("/") ? base : base + "/");
    // The client's own statistics would ask Slack who we are before each post.
    config.getMethodsConfig().setStatsEnabled(false);
    // A post that is repeated behind our back would be a second alert.
    OkHttpClient http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .connectTimeout(Duration.ofSeconds(3))
            .callTimeout(TIMEOUT)
            .build();
    this.slack = Slack.getInstance(config, new SlackHttpClient(http));
    this.methods = slack.methods(settings.botToken());
  }

  SlackAnswer post(ChatPostMessageRequest request) {
    try {
      return sorted(methods.chatPostMessage(request));
    } catch (SlackApiException e) {
      return refused(e);
    } catch (ConnectException | UnknownHostException e) {
      return new SlackAnswer.NotNow(SOON);
    } catch (IOException e) {
      return new SlackAnswer.Unknown(e.getClass().getSimpleName());
    }
  }

  private static SlackAnswer sorted(ChatPostMessageResponse response) {
    if (response.isOk()) {
      return new SlackAnswer.Posted(response.getChannel(), response.getTs());
    }
    String error = response.getError() == null ? "no_reason_given" : response.getError();
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      return new SlackAnswer.NotNow(SOON);
    }
    return UNKNOWN.contains(error)
        ? new SlackAnswer.Unknown(error)
        : new SlackAnswer.Refused(error);
  }

  private static SlackAnswer refused(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == TOO_MANY_REQUESTS) {
      return new SlackAnswer.NotNow(retryAfter(e.getResponse().header("Retry-After")));
    }
    return status >= 500
        ? new SlackAnswer.Unknown("status " + status)
        : new SlackAnswer.Refused("status " + status);
  }

  private static Duration retryAfter(@Nullable String seconds) {
    try {
      return seconds == null
          ? SOON
          : Duration.ofSeconds(Math.clamp(Long.parseLong(seconds), 1, 600));
    } catch (NumberFormatException e) {
      return SOON;
    }
  }

  @Override
  public void destroy() throws Exception {
    slack.close();
  }
}
