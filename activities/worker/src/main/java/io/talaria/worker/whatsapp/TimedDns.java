package io.talaria.worker.whatsapp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up, but not for long: nothing can interrupt the system's own look-up, which takes
 * half a minute when its server is away, and no deadline of a call covers it
 * (https://github.com/square/okhttp/issues/95). A thread is left with it then.
 */
final class TimedDns implements Dns {
  private final Dns dns;
  private final Duration longest;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("dns-", 0).factory());

  TimedDns(Dns dns, Duration longest) {
    this.dns = dns;
    this.longest = longest;
  }

  /**
   * Addresses of a host.
   *
   * @throws UnknownHostException also when it isn't known in time
   */
  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    Future<List<InetAddress>> found = threads.submit(() -> dns.lookup(host));
    try {
      return found.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UnknownHostException("%s was not looked up in time".formatted(host));
    } catch (ExecutionException e) {
      throw new UnknownHostException(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("Interrupted while %s was looked up".formatted(host));
    }
  }
}
