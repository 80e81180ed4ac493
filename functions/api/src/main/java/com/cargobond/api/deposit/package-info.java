/** Cash deposits, their approvals and refunds. */
package com.cargobond.api.deposit;
