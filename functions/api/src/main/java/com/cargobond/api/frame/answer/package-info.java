/** What is answered: problems for all that goes wrong, and what clients may keep. */
package com.cargobond.api.frame.answer;
