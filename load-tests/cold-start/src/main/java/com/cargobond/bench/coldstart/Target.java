package com.cargobond.bench.coldstart;

/**
 * One thing that must hold.
 *
 * @param measured what came out
 * @param wanted what it must be
 */
record Target(String subject, String what, String measured, String wanted, boolean met) {}
