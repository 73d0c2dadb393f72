/** The pages of a zone's dossier (一园一档), of new zones and of the sample. */
@NullMarked
package org.mujian.web.zones;

import org.jspecify.annotations.NullMarked;
