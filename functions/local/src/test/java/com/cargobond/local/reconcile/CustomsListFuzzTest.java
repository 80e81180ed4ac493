package com.cargobond.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.file.ReaderResult;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Files of any bytes are read as Customs' list or refused by their name, and nothing else; what is
 * read is the same again when it is written down. {@code JAZZER_FUZZ=1} searches for bytes that do
 * otherwise.
 */
class CustomsListFuzzTest {

  @FuzzTest(maxDuration = "5m")
  @DictionaryFile(resourcePath = "customs-list.dict")
  void a_list(byte[] content) {
    List<CustomsDecision> decisions = ReaderResult.to(content, CustomsList::read).read();
    assertThat(decisions).extracting(CustomsDecision::line).isSorted().doesNotHaveDuplicates();
    assertThat(ReaderResult.to(written(decisions), CustomsList::read).read())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
        .isEqualTo(decisions);
  }

  private static byte[] written(List<CustomsDecision> decisions) {
    StringBuilder list = new StringBuilder("depositId,approvalNo,decision,amount,currency\n");
    for (CustomsDecision decision : decisions) {
      list.append(
          "\"%s\",\"%s\",%s,%s,%s\n"
              .formatted(
                  decision.deposit(),
                  decision.approvalNo(),
                  decision.kind(),
                  decision.amount().decimal(),
                  decision.amount().currency().getCurrencyCode()));
    }
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }
}
