package io.talaria.dev.storm.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line between two parts that can be cut, or swallow what is sent over it. */
public final class Proxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean swallowing;

  public Proxy(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Resets every open connection. */
  public int cut() {
    int cut = sockets.size() / 2;
    sockets.forEach(Proxy::reset);
    return cut;
  }

  /** From now on bytes go nowhere; connections that suffered it are reset when it ends. */
  public void swallow(boolean on) {
    swallowing = on;
    if (!on) {
      cut();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        threads.execute(() -> connect(near));
      } catch (IOException e) {
        // Closed, or one connection that failed: the next one is accepted like any other.
        continue;
      }
    }
  }

  private void connect(Socket near) {
    Socket far = new Socket();
    try {
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
    } catch (IOException e) {
      reset(near);
      reset(far);
      return;
    }
    sockets.add(near);
    sockets.add(far);
    threads.execute(() -> pump(near, far));
    pump(far, near);
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read = in.read(buffer);
      while (read >= 0) {
        if (!swallowing) {
          out.write(buffer, 0, read);
          out.flush();
        }
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // One side is gone; the other one learns it below.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
      reset(from);
      reset(to);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    threads.shutdownNow();
  }
}
