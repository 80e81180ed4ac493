package com.cargobond.local.system;

import com.cargobond.local.lambda.FunctionProcesses;
import com.cargobond.store.deployment.Counterparty;
import com.cargobond.store.deployment.EventFunction;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions as processes of the native executable. */
final class NativeFunctions implements Functions, AutoCloseable {

  private final Map<EventFunction, FunctionProcesses> processes =
      new EnumMap<>(EventFunction.class);

  NativeFunctions(Path executable, Map<String, String> settings, Path log, int instancesMax) {
    for (EventFunction function : EventFunction.values()) {
      Map<String, String> environment = new HashMap<>(settings);
      environment.put("QUARKUS_FUNQY_EXPORT", function.functionName());
      processes.put(
          function,
          new FunctionProcesses(executable, environment, log, function.timeout(), instancesMax));
    }
  }

  @Override
  public byte[] invoke(EventFunction function, byte[] event) {
    return processes.get(function).invoke(event);
  }

  /** Those that pay; what runs by the clock has other things to do as well, and is last. */
  List<FunctionProcesses> payers() {
    return processes.keySet().stream()
        .filter(function -> function.calls(Counterparty.BANK))
        .sorted(Comparator.comparing(function -> function.interval().isPresent()))
        .map(processes::get)
        .toList();
  }

  @Override
  public void close() {
    processes.values().forEach(FunctionProcesses::close);
  }
}
