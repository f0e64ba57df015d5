package fangpin.office.database;

import java.util.Optional;
import java.util.UUID;

/**
 * 本套系统: the mark of this installation, kept in the database and its backups.
 *
 * @param id made at the first start
 * @param demonstration whether it shows the demonstration county (true) or is in real use (false); empty until one was chosen
 */
public record Installation(UUID id, Optional<Boolean> demonstration) {}
