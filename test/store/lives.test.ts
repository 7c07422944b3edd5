import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { livesContract } from "../contracts/lives.ts";
import { MASTER_KEY } from "./samples.ts";

livesContract("SQLite", () => openSqliteStore({ file: ":memory:", masterKey: MASTER_KEY }));
