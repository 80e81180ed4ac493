package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.CapabilityList;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Subject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several capabilities with how they are kept. */
public final class StoredCapabilityList {

  private final CapabilityList capabilities;
  private final Map<String, Codec<?>> codecs = new LinkedHashMap<>();
  private final Map<String, Passing.Maker> passing = new HashMap<>();

  /** These, in the order in which an event is offered to them. */
  public StoredCapabilityList(List<StoredCapability> stored) {
    capabilities = new CapabilityList(stored.stream().map(StoredCapability::capability).toList());
    for (StoredCapability one : stored) {
      one.codecs().forEach(codec -> codecs.put(codec.kind().name(), codec));
      one.passing().ifPresent(maker -> passing.put(one.capability().kind().name(), maker));
    }
  }

  /** What there is of them, however it is kept. */
  public CapabilityList capabilities() {
    return capabilities;
  }

  /** How each kind is kept, in the order of the capabilities. */
  public List<Codec<?>> codecs() {
    return List.copyOf(codecs.values());
  }

  /** How a kind is kept. */
  @SuppressWarnings("unchecked")
  public <S extends Subject> Codec<S> codec(Kind<S> kind) {
    return (Codec<S>) codec(kind.name());
  }

  /** How the kind of this name is kept. */
  Codec<?> codec(String kind) {
    Codec<?> codec = codecs.get(kind);
    if (codec == null) {
      throw new IllegalStateException("nobody keeps a " + kind);
    }
    return codec;
  }

  /** How deadlines of a kind are seen to, if its rules do not say it all. */
  Optional<Passing.Maker> passing(String kind) {
    return Optional.ofNullable(passing.get(kind));
  }
}
