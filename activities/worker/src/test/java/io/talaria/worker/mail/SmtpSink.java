package io.talaria.worker.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps what it is told, and may refuse. */
final class SmtpSink implements AutoCloseable {
  private final ServerSocket server;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private volatile boolean refuses;

  SmtpSink() {
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Whole dialogues, with recipients and text. */
  List<String> mails() {
    return List.copyOf(mails);
  }

  void clear() {
    mails.clear();
  }

  void refusesNext() {
    refuses = true;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        talk(socket);
      } catch (IOException closed) {
        // The client went away, or the test is over.
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    say(socket, "220 sink");
    var mail = new StringBuilder();
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      mail.append(line).append('\n');
      if (data && !line.equals(".")) {
        continue;
      }
      if (data) {
        data = false;
        mails.add(mail.toString());
        say(socket, "250 kept");
      } else if (line.startsWith("RCPT") && refuses) {
        refuses = false;
        say(socket, "451 not now");
      } else if (line.startsWith("DATA")) {
        data = true;
        say(socket, "354 go on");
      } else if (line.startsWith("QUIT")) {
        say(socket, "221 bye");
        return;
      } else {
        say(socket, "250 ok");
      }
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
