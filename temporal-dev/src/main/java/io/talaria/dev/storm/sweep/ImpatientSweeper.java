package io.talaria.dev.storm.sweep;

import java.time.Duration;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Makes the gateway look for lost runs as long after a deadline as an hour is long in storms:
 * seconds where the product takes minutes, so that the sweeper's work falls into the run. A bean of
 * the gateway only in a storm, which starts it with this class as a further source; the product has
 * no switch for it.
 */
public final class ImpatientSweeper implements BeanPostProcessor {
  private static final String OPEN_JOURNEYS = "io.talaria.journal.repair.OpenJourneys";
  private static final String LOOK = "takeOverdue";
  private static final int SECONDS_OF_A_MINUTE = 60;

  /** Made by the gateway's context. */
  public ImpatientSweeper() {
    System.getLogger(ImpatientSweeper.class.getName())
        .log(System.Logger.Level.INFO, "This gateway soon looks for lost runs");
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!isOpenJourneys(bean.getClass())) {
      return bean;
    }
    ProxyFactory proxy = new ProxyFactory(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice((MethodInterceptor) ImpatientSweeper::sooner);
    return proxy.getProxy(bean.getClass().getClassLoader());
  }

  /** The bean's class may be one that Spring has made for its transactions. */
  private static boolean isOpenJourneys(Class<?> type) {
    return type.getName().equals(OPEN_JOURNEYS)
        || type.getSuperclass() != null && type.getSuperclass().getName().equals(OPEN_JOURNEYS);
  }

  private static @Nullable Object sooner(MethodInvocation call) throws Throwable {
    if (call.getMethod().getName().equals(LOOK) && call instanceof ProxyMethodInvocation look) {
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
