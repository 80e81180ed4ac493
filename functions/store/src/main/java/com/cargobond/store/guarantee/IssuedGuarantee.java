package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.GuaranteeId;

/**
 * What an idempotency key stands for.
 *
 * @param requestFingerprint of the request's content; another content under the key is an error
 */
public record IssuedGuarantee(GuaranteeId guaranteeId, String requestFingerprint) {}
