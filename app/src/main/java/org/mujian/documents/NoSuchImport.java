package org.mujian.documents;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The import does not exist, or is another zone's: the two look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchImport extends RuntimeException {

  NoSuchImport(long id) {
    super("没有导入 " + id + "，或此账号看不到它");
  }
}
