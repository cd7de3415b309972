package io.talaria.worker.whatsapp;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Asks a connection whether the other side has closed it, before anything of a request is written.
 * A request on such a connection ends like one that was taken and not answered, so a person would
 * have to look at it. The client itself asks only after ten seconds without use, and servers close
 * sooner.
 */
final class ConnectionProbe implements Interceptor {
  /** The least there is; so much later does each request leave. */
  private static final int MILLIS = 1;

  /** Nothing was written; another connection may do better. */
  static final class Closed extends IOException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super("The connection had been closed");
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Socket socket = chain.connection().socket();
    if (isClosed(socket)) {
      // So that it is not taken from the pool again.
      socket.close();
      throw new Closed();
    }
    return chain.proceed(chain.request());
  }

  /** Nobody speaks unasked in HTTP/1.1, so a connection that says something is of no use either. */
  private static boolean isClosed(Socket socket) throws IOException {
    int before = socket.getSoTimeout();
    socket.setSoTimeout(MILLIS);
    try {
      socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException silent) {
      return false;
    } catch (IOException broken) {
      return true;
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(before);
      }
    }
  }
}
