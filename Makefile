# The verbs of this project. `make` alone prints them; options go through ARGS, for example
#   make site ARGS="--root 别的县 --out 别的县/site"      make site PYTHON=python3.12
.DEFAULT_GOAL := help
.PHONY: help site handbooks check serve new fix schema test bench fuzz fmt lock clean

PYTHON ?=
ARGS ?=
python := .venv/bin/python
ready := PYTHON="$(PYTHON)" sh requirements/install.sh

help: ## 列出所有命令 · print these verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s%s\n", $$1, $$2 }' Makefile

site: ## 核对数据，生成网站 site/ 和手册 · check the data and make the whole site
	@$(ready) site print
	@$(python) -m generator site $(ARGS)

handbooks: ## 只印村级手册，放到 handbooks/：ARGS="--village 村" · print handbooks only
	@$(ready) site print
	@$(python) -m generator handbook $(ARGS)

check: ## 只核对数据，列出问题和改法 · only check the data
	@$(ready) site print
	@$(python) -m generator check $(ARGS)

serve: ## 在本机预览，改了就更新 · preview on this machine, rebuilt at every change
	@$(ready) site print
	@$(python) -m generator serve $(ARGS)

new: ## 新建事项、流程、村等：make new ARGS="item education --kind 行政许可" · start a new file
	@$(ready) site print
	@$(python) -m generator new $(ARGS)

fix: ## 改正有把握的手误，先看后改：ARGS=--write · mend slips of the pen
	@$(ready) site print
	@$(python) -m generator fix $(ARGS)

schema: ## 更新编辑器用的字段提示 .vscode/schemas/ · renew what editors know of the fields
	@$(ready) site print
	@$(python) -m generator schema $(ARGS)

test: ## 运行全部测试 · run every test
	@$(ready) site print test
	@sh requirements/install-js.sh js
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	$(python) .venv/bin/lint-imports
	$(python) -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

bench: ## 测量速度，写入 generator/bench/RESULTS.md · measure speed
	@$(ready) site print test bench
	@sh requirements/install-js.sh js-bench
	$(python) -m generator.bench $(ARGS)

fuzz: ## 反复改坏文件，看读取会不会出错：ARGS="--seed 2 --inputs 100000" · try to break the reader
	@$(ready) site print test
	$(python) -m generator.bench.fuzz $(ARGS)

fmt: ## 整理代码格式 · format the code
	@$(ready) site print test
	$(python) -m ruff check --fix
	$(python) -m ruff format

lock: ## 重新锁定依赖（升级：ARGS=--upgrade） · lock the dependencies again
	@$(ready) site print test
	sh requirements/lock.sh $(ARGS)

clean: ## 删去生成的网站和缓存 · remove the site and all caches
	rm -rf requirements/js/node_modules requirements/js-bench/node_modules
	rm -rf site handbooks papers .build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find generator -name __pycache__ -type d -prune -exec rm -rf {} +
