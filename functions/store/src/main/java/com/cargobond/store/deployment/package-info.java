/**
 * What is deployed: functions, queues and tables, with what a function is fed by and may do. Each
 * is one entry of a list, which the deployment, the system on one machine and the tests go through.
 */
package com.cargobond.store.deployment;
