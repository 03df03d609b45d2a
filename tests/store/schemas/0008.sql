BEGIN TRANSACTION;
CREATE TABLE access_link (
	id INTEGER NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	account_id INTEGER, 
	made_by_id INTEGER NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_access_link PRIMARY KEY (id), 
	CONSTRAINT fk_access_link_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_access_link_made_by_id_account FOREIGN KEY(made_by_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_access_link_token_hash UNIQUE (token_hash)
);
INSERT INTO "access_link" VALUES(1,'token_hash 1',1,1,'2026-09-01 08:00:00.000000');
INSERT INTO "access_link" VALUES(2,'token_hash 2',2,2,'2026-09-01 08:00:00.000000');
CREATE TABLE account (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	login VARCHAR(254) NOT NULL, 
	login_key VARCHAR(254) NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	password_hash VARCHAR(255) NOT NULL, 
	role VARCHAR(16) NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT uq_account_login_key UNIQUE (login_key), 
	CONSTRAINT uq_account_public_id UNIQUE (public_id)
);
INSERT INTO "account" VALUES(1,'public_id 1','login 1','login_key 1','name 1','password_has 1','role 1','2026-09-01 08:00:00.000000');
INSERT INTO "account" VALUES(2,'public_id 2','login 2','login_key 2','name 2','password_has 2','role 2','2026-09-01 08:00:00.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE assignment (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	opens_at DATETIME, 
	due_at DATETIME, 
	assigned_by_id INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT fk_assignment_group_id_learner_group FOREIGN KEY(group_id) REFERENCES learner_group (id), 
	CONSTRAINT fk_assignment_assigned_by_id_account FOREIGN KEY(assigned_by_id) REFERENCES account (id), 
	CONSTRAINT uq_assignment_public_id UNIQUE (public_id), 
	CONSTRAINT uq_assignment_quiz_id UNIQUE (quiz_id, group_id)
);
INSERT INTO "assignment" VALUES(1,'public_id 1',1,1,NULL,NULL,1,'2026-09-01 08:00:00.000000');
INSERT INTO "assignment" VALUES(2,'public_id 2',2,2,NULL,NULL,2,'2026-09-01 08:00:00.000000');
CREATE TABLE attempt (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	publication_id INTEGER NOT NULL, 
	learner_session_id INTEGER NOT NULL, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	score INTEGER, 
	questions INTEGER NOT NULL, positions JSON, deadline_at DATETIME, extra_time INTEGER DEFAULT '100' NOT NULL, is_first BOOLEAN, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_learner_session_id_learner_session FOREIGN KEY(learner_session_id) REFERENCES learner_session (id), 
	CONSTRAINT fk_attempt_publication_id_publication FOREIGN KEY(publication_id) REFERENCES publication (id), 
	CONSTRAINT uq_attempt_public_id UNIQUE (public_id)
);
INSERT INTO "attempt" VALUES(1,'public_id 1',1,1,'2026-09-01 08:00:00.000000',NULL,NULL,1,NULL,NULL,1,NULL);
INSERT INTO "attempt" VALUES(2,'public_id 2',2,2,'2026-09-01 08:00:00.000000',NULL,NULL,2,NULL,NULL,2,NULL);
CREATE TABLE candidate_verdict (
	id INTEGER NOT NULL, 
	proposed_item_id INTEGER NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	item_id INTEGER, 
	account_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_candidate_verdict PRIMARY KEY (id), 
	CONSTRAINT fk_candidate_verdict_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_candidate_verdict_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_candidate_verdict_proposed_item_id_proposed_item FOREIGN KEY(proposed_item_id) REFERENCES proposed_item (id)
);
INSERT INTO "candidate_verdict" VALUES(1,1,'verdict 1',1,1,'2026-09-01 08:00:00.000000');
INSERT INTO "candidate_verdict" VALUES(2,2,'verdict 2',2,2,'2026-09-01 08:00:00.000000');
CREATE TABLE deed (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	account_id INTEGER NOT NULL, 
	what VARCHAR(40) NOT NULL, 
	about VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_deed PRIMARY KEY (id), 
	CONSTRAINT fk_deed_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
INSERT INTO "deed" VALUES(1,'2026-09-01 08:00:00.000000',1,'what 1','about 1');
INSERT INTO "deed" VALUES(2,'2026-09-01 08:00:00.000000',2,'what 2','about 2');
CREATE TABLE draft (
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	given JSON NOT NULL, 
	is_flagged BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (attempt_id, position), 
	CONSTRAINT fk_draft_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id)
);
INSERT INTO "draft" VALUES(1,1,'[]',0,'2026-09-01 08:00:00.000000');
INSERT INTO "draft" VALUES(2,2,'[]',0,'2026-09-01 08:00:00.000000');
CREATE TABLE file_change (
	item_id INTEGER NOT NULL, 
	content JSON NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_file_change PRIMARY KEY (item_id), 
	CONSTRAINT fk_file_change_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
INSERT INTO "file_change" VALUES(1,'[]','status 1','2026-09-01 08:00:00.000000');
INSERT INTO "file_change" VALUES(2,'[]','status 2','2026-09-01 08:00:00.000000');
CREATE TABLE grade_scale (
	id INTEGER NOT NULL, 
	account_id INTEGER, 
	quiz_id INTEGER, 
	percents JSON NOT NULL, 
	CONSTRAINT pk_grade_scale PRIMARY KEY (id), 
	CONSTRAINT fk_grade_scale_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_grade_scale_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT uq_grade_scale_account_id UNIQUE (account_id), 
	CONSTRAINT uq_grade_scale_quiz_id UNIQUE (quiz_id)
);
INSERT INTO "grade_scale" VALUES(1,1,1,'[]');
INSERT INTO "grade_scale" VALUES(2,2,2,'[]');
CREATE TABLE group_member (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	group_id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name_key VARCHAR(200) NOT NULL, 
	extra_time INTEGER NOT NULL, 
	joined_at DATETIME, 
	CONSTRAINT pk_group_member PRIMARY KEY (id), 
	CONSTRAINT fk_group_member_group_id_learner_group FOREIGN KEY(group_id) REFERENCES learner_group (id), 
	CONSTRAINT fk_group_member_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id), 
	CONSTRAINT uq_group_member_public_id UNIQUE (public_id), 
	CONSTRAINT uq_group_member_group_id UNIQUE (group_id, learner_id), 
	CONSTRAINT uq_group_member_group_id_number UNIQUE (group_id, number), 
	CONSTRAINT uq_group_member_group_id_name_key UNIQUE (group_id, name_key)
);
INSERT INTO "group_member" VALUES(1,'public_id 1',1,1,1,'name_key 1',1,NULL);
INSERT INTO "group_member" VALUES(2,'public_id 2',2,2,2,'name_key 2',2,NULL);
CREATE TABLE group_teacher (
	group_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	CONSTRAINT pk_group_teacher PRIMARY KEY (group_id, account_id), 
	CONSTRAINT fk_group_teacher_group_id_learner_group FOREIGN KEY(group_id) REFERENCES learner_group (id) ON DELETE CASCADE, 
	CONSTRAINT fk_group_teacher_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
INSERT INTO "group_teacher" VALUES(1,1);
INSERT INTO "group_teacher" VALUES(2,2);
CREATE TABLE "item" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	source_id INTEGER NOT NULL, 
	slug VARCHAR(100), 
	owner_id INTEGER, 
	latest_number INTEGER NOT NULL, 
	type VARCHAR(16) NOT NULL, 
	category VARCHAR(16) NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	search_text TEXT DEFAULT ('') NOT NULL, 
	asked_key VARCHAR(64) DEFAULT ('') NOT NULL, 
	asked_words TEXT DEFAULT ('') NOT NULL, 
	CONSTRAINT pk_item PRIMARY KEY (id), 
	CONSTRAINT fk_item_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT uq_item_source_id_slug UNIQUE (source_id, slug), 
	CONSTRAINT fk_item_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_item_public_id UNIQUE (public_id)
);
INSERT INTO "item" VALUES(1,'public_id 1',1,NULL,1,1,'type 1','category 1','status 1','2026-09-01 08:00:00.000000','search_text 1','asked_key 1','asked_words 1');
INSERT INTO "item" VALUES(2,'public_id 2',2,NULL,2,2,'type 2','category 2','status 2','2026-09-01 08:00:00.000000','search_text 2','asked_key 2','asked_words 2');
CREATE TABLE item_label (
	item_id INTEGER NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	CONSTRAINT pk_item_label PRIMARY KEY (item_id, kind, name), 
	CONSTRAINT fk_item_label_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
INSERT INTO "item_label" VALUES(1,'kind 1','name 1');
INSERT INTO "item_label" VALUES(2,'kind 2','name 2');
CREATE TABLE item_report (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	reason VARCHAR(16) NOT NULL, 
	words TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	handled_at DATETIME, 
	handled_by_id INTEGER, 
	CONSTRAINT pk_item_report PRIMARY KEY (id), 
	CONSTRAINT fk_item_report_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id), 
	CONSTRAINT fk_item_report_handled_by_id_account FOREIGN KEY(handled_by_id) REFERENCES account (id), 
	CONSTRAINT fk_item_report_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT uq_item_report_public_id UNIQUE (public_id)
);
INSERT INTO "item_report" VALUES(1,'public_id 1',1,1,1,'reason 1','words 1','2026-09-01 08:00:00.000000',NULL,1);
INSERT INTO "item_report" VALUES(2,'public_id 2',2,2,2,'reason 2','words 2','2026-09-01 08:00:00.000000',NULL,2);
CREATE TABLE item_version (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	revision_id INTEGER NOT NULL, 
	type VARCHAR(16) NOT NULL, 
	category VARCHAR(16) NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	stem TEXT NOT NULL, 
	content JSON NOT NULL, 
	content_hash VARCHAR(64) NOT NULL, 
	author_id INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_item_version PRIMARY KEY (id), 
	CONSTRAINT fk_item_version_author_id_account FOREIGN KEY(author_id) REFERENCES account (id), 
	CONSTRAINT fk_item_version_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_item_version_revision_id_source_revision FOREIGN KEY(revision_id) REFERENCES source_revision (id), 
	CONSTRAINT uq_item_version_item_id_number UNIQUE (item_id, number)
);
INSERT INTO "item_version" VALUES(1,1,1,1,'type 1','category 1','status 1','stem 1','{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','content_hash 1',1,'2026-09-01 08:00:00.000000');
INSERT INTO "item_version" VALUES(2,2,2,2,'type 2','category 2','status 2','stem 2','{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','content_hash 2',2,'2026-09-01 08:00:00.000000');
CREATE TABLE learner (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	nickname VARCHAR(200) NOT NULL, 
	resume_hash VARCHAR(64), 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_learner PRIMARY KEY (id), 
	CONSTRAINT uq_learner_public_id UNIQUE (public_id), 
	CONSTRAINT uq_learner_resume_hash UNIQUE (resume_hash)
);
INSERT INTO "learner" VALUES(1,'public_id 1','nickname 1',NULL,'2026-09-01 08:00:00.000000');
INSERT INTO "learner" VALUES(2,'public_id 2','nickname 2',NULL,'2026-09-01 08:00:00.000000');
CREATE TABLE learner_group (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	join_code VARCHAR(16) NOT NULL, 
	joining VARCHAR(16) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_learner_group PRIMARY KEY (id), 
	CONSTRAINT fk_learner_group_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT uq_learner_group_public_id UNIQUE (public_id), 
	CONSTRAINT uq_learner_group_join_code UNIQUE (join_code)
);
INSERT INTO "learner_group" VALUES(1,'public_id 1','name 1','join_code 1','joining 1',1,'2026-09-01 08:00:00.000000');
INSERT INTO "learner_group" VALUES(2,'public_id 2','name 2','join_code 2','joining 2',2,'2026-09-01 08:00:00.000000');
CREATE TABLE "learner_session" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	started_at DATETIME NOT NULL, 
	learner_id INTEGER NOT NULL, 
	CONSTRAINT pk_learner_session PRIMARY KEY (id), 
	CONSTRAINT uq_learner_session_public_id UNIQUE (public_id), 
	CONSTRAINT uq_learner_session_token_hash UNIQUE (token_hash), 
	CONSTRAINT fk_learner_session_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id)
);
INSERT INTO "learner_session" VALUES(1,'public_id 1','token_hash 1','2026-09-01 08:00:00.000000',1);
INSERT INTO "learner_session" VALUES(2,'public_id 2','token_hash 2','2026-09-01 08:00:00.000000',2);
CREATE TABLE login_session (
	id INTEGER NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	account_id INTEGER NOT NULL, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT pk_login_session PRIMARY KEY (id), 
	CONSTRAINT fk_login_session_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_login_session_token_hash UNIQUE (token_hash)
);
INSERT INTO "login_session" VALUES(1,'token_hash 1',1,'2026-09-01 08:00:00.000000',NULL);
INSERT INTO "login_session" VALUES(2,'token_hash 2',2,'2026-09-01 08:00:00.000000',NULL);
CREATE TABLE mark_amendment (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	revision_id INTEGER NOT NULL, 
	content JSON NOT NULL, 
	account_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	undone_at DATETIME, 
	CONSTRAINT pk_mark_amendment PRIMARY KEY (id), 
	CONSTRAINT fk_mark_amendment_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_mark_amendment_revision_id_source_revision FOREIGN KEY(revision_id) REFERENCES source_revision (id), 
	CONSTRAINT uq_mark_amendment_public_id UNIQUE (public_id)
);
INSERT INTO "mark_amendment" VALUES(1,'public_id 1',1,'[]',1,'2026-09-01 08:00:00.000000',NULL);
INSERT INTO "mark_amendment" VALUES(2,'public_id 2',2,'[]',2,'2026-09-01 08:00:00.000000',NULL);
CREATE TABLE practice_response (
	id INTEGER NOT NULL, 
	learner_id INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	given JSON NOT NULL, 
	score INTEGER NOT NULL, 
	accepted_as VARCHAR(500) NOT NULL, 
	note VARCHAR(500) NOT NULL, 
	confidence VARCHAR(8), 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_practice_response PRIMARY KEY (id), 
	CONSTRAINT fk_practice_response_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT fk_practice_response_learner_id_learner FOREIGN KEY(learner_id) REFERENCES learner (id)
);
INSERT INTO "practice_response" VALUES(1,1,1,'[]',1,'accepted_as 1','note 1',NULL,'2026-09-01 08:00:00.000000');
INSERT INTO "practice_response" VALUES(2,2,2,'[]',2,'accepted_as 2','note 2',NULL,'2026-09-01 08:00:00.000000');
CREATE TABLE "proposed_item" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	revision_id INTEGER NOT NULL, 
	candidate_id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	content JSON NOT NULL, 
	rule VARCHAR(64) NOT NULL, 
	score DOUBLE NOT NULL, 
	flags JSON NOT NULL, 
	is_withdrawn BOOLEAN DEFAULT 0 NOT NULL, 
	place INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_proposed_item PRIMARY KEY (id), 
	CONSTRAINT uq_proposed_item_public_id UNIQUE (public_id), 
	CONSTRAINT uq_proposed_item_revision_id_candidate_id UNIQUE (revision_id, candidate_id), 
	CONSTRAINT fk_proposed_item_revision_id_source_revision FOREIGN KEY(revision_id) REFERENCES source_revision (id)
);
INSERT INTO "proposed_item" VALUES(1,'public_id 1',1,'candidate_id 1',1,'{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','rule 1','score 1','[]',0,1);
INSERT INTO "proposed_item" VALUES(2,'public_id 2',2,'candidate_id 2',2,'{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','rule 2','score 2','[]',0,2);
CREATE TABLE "publication" (
	id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	opened_by_id INTEGER, 
	closed_at DATETIME, 
	closed_by_id INTEGER, 
	feedback VARCHAR(16) DEFAULT 'at_once' NOT NULL, 
	time_limit INTEGER, 
	shuffles BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_publication PRIMARY KEY (id), 
	CONSTRAINT fk_publication_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT fk_publication_closed_by_id_account FOREIGN KEY(closed_by_id) REFERENCES account (id), 
	CONSTRAINT fk_publication_opened_by_id_account FOREIGN KEY(opened_by_id) REFERENCES account (id), 
	CONSTRAINT uq_publication_quiz_id_number UNIQUE (quiz_id, number)
);
INSERT INTO "publication" VALUES(1,1,1,'title 1','2026-09-01 08:00:00.000000',1,NULL,1,'feedback 1',NULL,0);
INSERT INTO "publication" VALUES(2,2,2,'title 2','2026-09-01 08:00:00.000000',2,NULL,2,'feedback 2',NULL,0);
CREATE TABLE publication_tally (
	publication_id INTEGER NOT NULL, 
	is_first BOOLEAN NOT NULL, 
	attempts INTEGER NOT NULL, 
	points INTEGER NOT NULL, 
	maximum INTEGER NOT NULL, 
	content JSON NOT NULL, 
	CONSTRAINT pk_publication_tally PRIMARY KEY (publication_id, is_first), 
	CONSTRAINT fk_publication_tally_publication_id_publication FOREIGN KEY(publication_id) REFERENCES publication (id)
);
INSERT INTO "publication_tally" VALUES(1,0,1,1,1,'[]');
INSERT INTO "publication_tally" VALUES(2,0,2,2,2,'[]');
CREATE TABLE published_item (
	publication_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	CONSTRAINT pk_published_item PRIMARY KEY (publication_id, position), 
	CONSTRAINT fk_published_item_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT fk_published_item_publication_id_publication FOREIGN KEY(publication_id) REFERENCES publication (id)
);
INSERT INTO "published_item" VALUES(1,1,1);
INSERT INTO "published_item" VALUES(2,2,2);
CREATE TABLE "quiz" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	join_code VARCHAR(16) NOT NULL, 
	is_listed BOOLEAN NOT NULL, 
	owner_id INTEGER, 
	source_id INTEGER, 
	created_at DATETIME NOT NULL, 
	feedback VARCHAR(16) DEFAULT 'at_once' NOT NULL, 
	time_limit INTEGER, 
	shows_names BOOLEAN DEFAULT 1 NOT NULL, 
	shuffles BOOLEAN DEFAULT 0 NOT NULL, 
	opens_at DATETIME, 
	closes_at DATETIME, 
	attempts_limit INTEGER, 
	archived_at DATETIME, 
	CONSTRAINT pk_quiz PRIMARY KEY (id), 
	CONSTRAINT uq_quiz_join_code UNIQUE (join_code), 
	CONSTRAINT fk_quiz_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT fk_quiz_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_quiz_public_id UNIQUE (public_id)
);
INSERT INTO "quiz" VALUES(1,'public_id 1','title 1','join_code 1',0,1,1,'2026-09-01 08:00:00.000000','feedback 1',NULL,0,0,NULL,NULL,NULL,NULL);
INSERT INTO "quiz" VALUES(2,'public_id 2','title 2','join_code 2',0,2,2,'2026-09-01 08:00:00.000000','feedback 2',NULL,0,0,NULL,NULL,NULL,NULL);
CREATE TABLE quiz_entry (
	id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_quiz_entry PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_entry_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_quiz_entry_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id) ON DELETE CASCADE, 
	CONSTRAINT uq_quiz_entry_quiz_id_item_id UNIQUE (quiz_id, item_id)
);
INSERT INTO "quiz_entry" VALUES(1,1,1,1);
INSERT INTO "quiz_entry" VALUES(2,2,2,2);
CREATE TABLE quiz_teacher (
	quiz_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	CONSTRAINT pk_quiz_teacher PRIMARY KEY (quiz_id, account_id), 
	CONSTRAINT fk_quiz_teacher_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id) ON DELETE CASCADE, 
	CONSTRAINT fk_quiz_teacher_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
INSERT INTO "quiz_teacher" VALUES(1,1);
INSERT INTO "quiz_teacher" VALUES(2,2);
CREATE TABLE reading (
	revision_id INTEGER NOT NULL, 
	reader VARCHAR(32), 
	seen_at DATETIME, 
	percent INTEGER NOT NULL, 
	tries INTEGER NOT NULL, 
	CONSTRAINT pk_reading PRIMARY KEY (revision_id), 
	CONSTRAINT fk_reading_revision_id_source_revision FOREIGN KEY(revision_id) REFERENCES source_revision (id)
);
INSERT INTO "reading" VALUES(1,NULL,NULL,1,1);
INSERT INTO "reading" VALUES(2,NULL,NULL,2,2);
CREATE TABLE regrade (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	content JSON, 
	reason TEXT NOT NULL, 
	revised_to_id INTEGER, 
	account_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	undone_at DATETIME, 
	undone_by_id INTEGER, 
	CONSTRAINT pk_regrade PRIMARY KEY (id), 
	CONSTRAINT fk_regrade_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_regrade_undone_by_id_account FOREIGN KEY(undone_by_id) REFERENCES account (id), 
	CONSTRAINT fk_regrade_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT fk_regrade_revised_to_id_item_version FOREIGN KEY(revised_to_id) REFERENCES item_version (id), 
	CONSTRAINT uq_regrade_public_id UNIQUE (public_id)
);
INSERT INTO "regrade" VALUES(1,'public_id 1',1,NULL,'reason 1',1,1,'2026-09-01 08:00:00.000000',NULL,1);
INSERT INTO "regrade" VALUES(2,'public_id 2',2,NULL,'reason 2',2,2,'2026-09-01 08:00:00.000000',NULL,2);
CREATE TABLE regraded_quiz (
	regrade_id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	CONSTRAINT pk_regraded_quiz PRIMARY KEY (regrade_id, quiz_id), 
	CONSTRAINT fk_regraded_quiz_regrade_id_regrade FOREIGN KEY(regrade_id) REFERENCES regrade (id), 
	CONSTRAINT fk_regraded_quiz_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id)
);
INSERT INTO "regraded_quiz" VALUES(1,1);
INSERT INTO "regraded_quiz" VALUES(2,2);
CREATE TABLE response (
	id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	given JSON NOT NULL, 
	score INTEGER NOT NULL, 
	accepted_as VARCHAR(500) NOT NULL, 
	note VARCHAR(500) NOT NULL, 
	at DATETIME NOT NULL, confidence VARCHAR(8), 
	CONSTRAINT pk_response PRIMARY KEY (id), 
	CONSTRAINT fk_response_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id), 
	CONSTRAINT fk_response_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT uq_response_attempt_id_position UNIQUE (attempt_id, position)
);
INSERT INTO "response" VALUES(1,1,1,1,'[]',1,'accepted_as 1','note 1','2026-09-01 08:00:00.000000',NULL);
INSERT INTO "response" VALUES(2,2,2,2,'[]',2,'accepted_as 2','note 2','2026-09-01 08:00:00.000000',NULL);
CREATE TABLE score_change (
	id INTEGER NOT NULL, 
	regrade_id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	old_score INTEGER, 
	old_accepted_as VARCHAR(500) NOT NULL, 
	old_note VARCHAR(500) NOT NULL, 
	new_score INTEGER NOT NULL, 
	CONSTRAINT pk_score_change PRIMARY KEY (id), 
	CONSTRAINT fk_score_change_regrade_id_regrade FOREIGN KEY(regrade_id) REFERENCES regrade (id), 
	CONSTRAINT fk_score_change_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id)
);
INSERT INTO "score_change" VALUES(1,1,1,1,NULL,'old_accepted 1','old_note 1',1);
INSERT INTO "score_change" VALUES(2,2,2,2,NULL,'old_accepted 2','old_note 2',2);
CREATE TABLE setup_link (
	id INTEGER NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_setup_link PRIMARY KEY (id), 
	CONSTRAINT uq_setup_link_token_hash UNIQUE (token_hash)
);
INSERT INTO "setup_link" VALUES(1,'token_hash 1','2026-09-01 08:00:00.000000');
INSERT INTO "setup_link" VALUES(2,'token_hash 2','2026-09-01 08:00:00.000000');
CREATE TABLE source (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	slug VARCHAR(100), 
	title VARCHAR(200) NOT NULL, 
	origin TEXT NOT NULL, 
	licence TEXT NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	owner_id INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (id), 
	CONSTRAINT fk_source_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT uq_source_public_id UNIQUE (public_id), 
	CONSTRAINT uq_source_slug UNIQUE (slug)
);
INSERT INTO "source" VALUES(1,'public_id 1',NULL,'title 1','origin 1','licence 1','language 1',1,'2026-09-01 08:00:00.000000');
INSERT INTO "source" VALUES(2,'public_id 2',NULL,'title 2','origin 2','licence 2','language 2',2,'2026-09-01 08:00:00.000000');
CREATE TABLE source_revision (
	id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	corrections JSON NOT NULL, 
	abstained JSON NOT NULL, 
	author_id INTEGER, 
	created_at DATETIME NOT NULL, annotations JSON, 
	CONSTRAINT pk_source_revision PRIMARY KEY (id), 
	CONSTRAINT fk_source_revision_author_id_account FOREIGN KEY(author_id) REFERENCES account (id), 
	CONSTRAINT fk_source_revision_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_source_revision_source_id_number UNIQUE (source_id, number)
);
INSERT INTO "source_revision" VALUES(1,1,1,'body 1','sha256 1','[]','[]',1,'2026-09-01 08:00:00.000000',NULL);
INSERT INTO "source_revision" VALUES(2,2,2,'body 2','sha256 2','[]','[]',2,'2026-09-01 08:00:00.000000',NULL);
CREATE TABLE tries (
	bucket VARCHAR(64) NOT NULL, 
	count INTEGER NOT NULL, 
	ends_at DATETIME NOT NULL, 
	CONSTRAINT pk_tries PRIMARY KEY (bucket)
);
INSERT INTO "tries" VALUES('bucket 1',1,'2026-09-01 08:00:00.000000');
INSERT INTO "tries" VALUES('bucket 2',2,'2026-09-01 08:00:00.000000');
CREATE TABLE upload (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	origin TEXT NOT NULL, 
	document JSON NOT NULL, 
	data BLOB, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_upload PRIMARY KEY (id), 
	CONSTRAINT fk_upload_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT uq_upload_public_id UNIQUE (public_id)
);
INSERT INTO "upload" VALUES(1,'public_id 1',1,'title 1','origin 1','[]',NULL,'2026-09-01 08:00:00.000000');
INSERT INTO "upload" VALUES(2,'public_id 2',2,'title 2','origin 2','[]',NULL,'2026-09-01 08:00:00.000000');
CREATE TABLE waiting_file (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	account_id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	format VARCHAR(16) NOT NULL, 
	content BLOB NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_waiting_file PRIMARY KEY (id), 
	CONSTRAINT fk_waiting_file_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_waiting_file_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_waiting_file_public_id UNIQUE (public_id)
);
INSERT INTO "waiting_file" VALUES(1,'public_id 1',1,1,'name 1','format 1',X'78','2026-09-01 08:00:00.000000');
INSERT INTO "waiting_file" VALUES(2,'public_id 2',2,2,'name 2','format 2',X'78','2026-09-01 08:00:00.000000');
CREATE INDEX ix_tries_ends_at ON tries (ends_at);
CREATE INDEX ix_login_session_account_id ON login_session (account_id);
CREATE INDEX ix_source_owner_id ON source (owner_id);
CREATE INDEX ix_item_version_item_id ON item_version (item_id);
CREATE INDEX ix_quiz_entry_item_id ON quiz_entry (item_id);
CREATE INDEX ix_quiz_entry_quiz_id ON quiz_entry (quiz_id);
CREATE INDEX ix_candidate_verdict_proposed_item_id ON candidate_verdict (proposed_item_id);
CREATE INDEX ix_published_item_item_version_id ON published_item (item_version_id);
CREATE INDEX ix_response_item_version_id ON response (item_version_id);
CREATE INDEX ix_learner_created_at ON learner (created_at);
CREATE INDEX ix_learner_session_started_at ON learner_session (started_at);
CREATE INDEX ix_learner_session_learner_id ON learner_session (learner_id);
CREATE INDEX ix_item_report_at ON item_report (at);
CREATE INDEX ix_item_report_attempt_id ON item_report (attempt_id);
CREATE INDEX ix_item_report_item_version_id ON item_report (item_version_id);
CREATE INDEX ix_practice_response_at ON practice_response (at);
CREATE INDEX ix_practice_response_item_version_id ON practice_response (item_version_id);
CREATE INDEX ix_practice_response_learner_id ON practice_response (learner_id);
CREATE INDEX ix_waiting_file_account_id ON waiting_file (account_id);
CREATE INDEX ix_waiting_file_at ON waiting_file (at);
CREATE INDEX ix_attempt_publication_id_started_at ON attempt (publication_id, started_at);
CREATE INDEX ix_attempt_started_at_publication_id ON attempt (started_at, publication_id);
CREATE INDEX ix_attempt_learner_session_id_started_at ON attempt (learner_session_id, started_at, publication_id);
CREATE INDEX ix_attempt_uncounted ON attempt (publication_id) WHERE finished_at IS NOT NULL AND is_first IS NULL;
CREATE INDEX ix_attempt_unfinished ON attempt (publication_id) WHERE finished_at IS NULL;
CREATE INDEX ix_learner_nickname ON learner (nickname);
CREATE INDEX ix_regrade_item_version_id ON regrade (item_version_id);
CREATE INDEX ix_regraded_quiz_quiz_id ON regraded_quiz (quiz_id);
CREATE INDEX ix_score_change_regrade_id ON score_change (regrade_id);
CREATE INDEX ix_score_change_attempt_id ON score_change (attempt_id);
CREATE INDEX ix_upload_at ON upload (at);
CREATE INDEX ix_upload_owner_id ON upload (owner_id);
CREATE INDEX ix_mark_amendment_revision_id ON mark_amendment (revision_id);
CREATE INDEX ix_item_label_kind_name ON item_label (kind, name);
CREATE INDEX ix_item_asked_key ON item (asked_key);
CREATE INDEX ix_item_source_id ON item (source_id);
CREATE INDEX ix_item_owner_id ON item (owner_id);
CREATE INDEX ix_quiz_owner_id ON quiz (owner_id);
CREATE INDEX ix_quiz_closes_at ON quiz (closes_at);
CREATE INDEX ix_publication_quiz_id ON publication (quiz_id);
CREATE INDEX ix_quiz_teacher_account_id ON quiz_teacher (account_id);
CREATE INDEX ix_learner_group_owner_id ON learner_group (owner_id);
CREATE INDEX ix_group_teacher_account_id ON group_teacher (account_id);
CREATE INDEX ix_group_member_group_id ON group_member (group_id);
CREATE INDEX ix_group_member_learner_id ON group_member (learner_id);
CREATE INDEX ix_assignment_quiz_id ON assignment (quiz_id);
CREATE INDEX ix_assignment_group_id ON assignment (group_id);
CREATE INDEX ix_access_link_account_id ON access_link (account_id);
CREATE INDEX ix_deed_at ON deed (at);
COMMIT;
