import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { storeContract } from "../contracts/store.ts";
import { MASTER_KEY } from "./samples.ts";

storeContract("SQLite in memory", () => openSqliteStore({ file: ":memory:", masterKey: MASTER_KEY }));
