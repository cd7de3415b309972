package io.talaria.dev.storm.sweep;

import java.time.Duration;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Makes the gateway look for lost runs, and the worker for alerts that nobody was told, as long
 * after a deadline as an hour is long in storms: seconds where the product takes minutes, so that
 * the sweepers' work falls into the run. A bean of theirs only in a storm, which starts the gateway
 * with this class as a further source (the worker's is {@code HesitantWorker}); the product has no
 * switch for it.
 */
public final class ImpatientSweeper implements BeanPostProcessor {
  /** What is asked for overdue work, and by which method. */
  private static final Map<String, String> LOOKS =
      Map.of(
          "io.talaria.journal.repair.OpenJourneys", "takeOverdue",
          "io.talaria.journal.alert.UntoldAlerts", "take");

  private static final int SECONDS_OF_A_MINUTE = 60;

  /** Made by the gateway's context. */
  public ImpatientSweeper() {
    System.getLogger(ImpatientSweeper.class.getName())
        .log(System.Logger.Level.INFO, "This gateway soon looks for lost runs");
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    String look = look(bean.getClass());
    if (look == null) {
      return bean;
    }
    ProxyFactory proxy = new ProxyFactory(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice((MethodInterceptor) call -> sooner(look, call));
    return proxy.getProxy(bean.getClass().getClassLoader());
  }

  /** The bean's class may be one that Spring has made for its transactions. */
  private static @Nullable String look(Class<?> type) {
    Class<?> made = type.getSuperclass();
    return LOOKS.getOrDefault(type.getName(), made == null ? null : LOOKS.get(made.getName()));
  }

  private static @Nullable Object sooner(String method, MethodInvocation call) throws Throwable {
    if (call.getMethod().getName().equals(method) && call instanceof ProxyMethodInvocation look) {
      Object[] arguments = look.getArguments().clone();
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i] instanceof Duration wait) {
          arguments[i] = wait.dividedBy(SECONDS_OF_A_MINUTE);
        }
      }
      look.setArguments(arguments);
    }
    return call.proceed();
  }
}
