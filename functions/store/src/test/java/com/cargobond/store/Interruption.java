package com.cargobond.store;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets others write before one call of a ledger, whatever the call is, or while that call reads the
 * slices of a guarantee, which is one item after the other.
 */
final class Interruption {

  private final Ledger inner;
  private final int call;
  private final int slicesReadBefore;
  private final Runnable writer;
  private int calls;
  private int slicesRead;

  /**
   * Others write once.
   *
   * @param call before which, from 0
   * @param slicesReadBefore how many slices it has read by then, if it reads a guarantee
   */
  Interruption(Ledger inner, int call, int slicesReadBefore, Runnable writer) {
    this.inner = inner;
    this.call = call;
    this.slicesReadBefore = slicesReadBefore;
    this.writer = writer;
  }

  /** The ledger that is interrupted. */
  Ledger ledger() {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> called(method, arguments));
  }

  /** Whether there was such a call. */
  boolean happened() {
    return calls > call;
  }

  /** How many slices the interrupted call read. */
  int slicesRead() {
    return slicesRead;
  }

  private Object called(Method method, Object[] arguments) throws Throwable {
    if (calls++ != call) {
      return invoke(method, arguments);
    }
    if (!method.getName().equals("guarantee")) {
      writer.run();
      return invoke(method, arguments);
    }
    GuaranteeId id = (GuaranteeId) arguments[0];
    Optional<VersionedGuarantee> before = inner.guarantee(id);
    writer.run();
    Optional<VersionedGuarantee> after = inner.guarantee(id);
    slicesRead = before.map(read -> read.sliceRevisions().size()).orElse(0);
    return before.isPresent() && after.isPresent()
        ? Optional.of(mixed(before.get(), after.get()))
        : after;
  }

  /** The terms are read last; halves that do not fit together are read again by every ledger. */
  private VersionedGuarantee mixed(VersionedGuarantee before, VersionedGuarantee after) {
    Guarantee guarantee =
        after.guarantee().with(mixed(before.guarantee().slices(), after.guarantee().slices()));
    return guarantee.position().limit() == Position.of(guarantee.terms().limit().minor()).limit()
        ? new VersionedGuarantee(
            guarantee,
            after.termsRevision(),
            mixed(before.sliceRevisions(), after.sliceRevisions()),
            after.termsTrail(),
            mixed(before.sliceTrails(), after.sliceTrails()),
            after.announced())
        : after;
  }

  private <T> List<T> mixed(List<T> before, List<T> after) {
    List<T> mixed = new ArrayList<>(before.subList(0, slicesReadBefore));
    mixed.addAll(after.subList(slicesReadBefore, after.size()));
    return mixed;
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(inner, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
