/** What every call goes through, whatever it is about. It knows no capability. */
package com.cargobond.api.frame;
